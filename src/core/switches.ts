import { claimRules } from './flags'
import { expectedIdentity } from './identity/index'
import type { Expected } from './model'
import { builtInPacks, compileRules, type RulePack, type RuleSet } from './rules/index'

/** What a person switched; a pack is named when it is not as it comes. */
export interface Switches {
  disabledRules: readonly string[]
  switchedPacks: readonly string[]
  /** Host to developer id. */
  expectedOn: Readonly<Record<string, string>>
}

/** The source of an expected identity that the person set. */
export const PERSON = 'set by the person'

/** The claims engine's rules, switched as a pack. */
export const CLAIMS_PACK = 'claims'

/** Whether a pack that comes on (or off) by default is on. */
export function packOn(pack: { id: string; enabled?: boolean }, { switchedPacks }: Pick<Switches, 'switchedPacks'>): boolean {
  return (pack.enabled ?? true) !== switchedPacks.includes(pack.id)
}

/** The rules that are on, ready to scan with: of the packs that come with the program, and of the person's own. */
export function rulesFor(switches: Switches, own: readonly RulePack[] = []): RuleSet {
  const packs = [...builtInPacks, ...own]
  const off = packs.filter((pack) => !packOn(pack, switches)).map((pack) => pack.id)
  return compileRules(packs, { disabledRules: new Set(switches.disabledRules), disabledPacks: new Set(off) })
}

/** Ids no flag may carry: the rules switched off, and the claims when their pack is. */
export function mutedBy(switches: Switches): ReadonlySet<string> {
  const claims = packOn({ id: CLAIMS_PACK }, switches) ? [] : claimRules
  return new Set([...switches.disabledRules, ...claims])
}

/** Whom a host's model should be: what the person said, else what is known of the host and the selected model. */
export function expectedOn(host: string, model: string | null, switches: Switches): Expected | null {
  const said = Object.hasOwn(switches.expectedOn, host) ? switches.expectedOn[host] : undefined
  if (said !== undefined) return { developers: [said], products: [], source: PERSON }
  return expectedIdentity({ host, model })
}
