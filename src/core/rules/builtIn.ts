import { identityPack } from './identityPack'
import type { RulePack } from './language'
import shipped from './shipped.json'

/**
 * The packs that come with the program, as pages scan with them: without sources and examples, which `catalogue` has.
 * `shipped.json` is made from `packs/` by test/support/shippedPacks.ts.
 */
export const builtInPacks: readonly RulePack[] = [identityPack(), ...shipped as RulePack[]]

/** Whether this very object came with the program, so that its expressions are known to be safe. */
export function isBuiltIn(pack: RulePack): boolean {
  return builtInPacks.includes(pack)
}
