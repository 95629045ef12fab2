import type { RulePack } from './language'
import artefacts from './packs/artefacts.json'

/** The packs that come with the program. Their examples are run as tests. */
export const builtInPacks: readonly RulePack[] = [artefacts] as readonly RulePack[]

/** Whether this very object came with the program, so that its expressions are known to be safe. */
export function isBuiltIn(pack: RulePack): boolean {
  return builtInPacks.includes(pack)
}
