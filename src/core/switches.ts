import { claimRules } from './flags'
import type { PackVersion } from './captures/capture'
import { builtInPacks, compileRules, type RulePack, type RuleSet } from './rules/index'

/** What a person switched; a pack is named when it is not as it comes. */
export interface Switches {
  disabledRules: readonly string[]
  switchedPacks: readonly string[]
}

/** The claims engine's rules, switched as a pack. */
export const CLAIMS_PACK = 'claims'

/** Whether a pack that comes on (or off) by default is on. */
export function packOn(pack: { id: string; enabled?: boolean }, { switchedPacks }: Switches): boolean {
  return (pack.enabled ?? true) !== switchedPacks.includes(pack.id)
}

/** The rules that are on, ready to scan with. */
export function rulesFor(switches: Switches, packs: readonly RulePack[] = builtInPacks): RuleSet {
  const off = packs.filter((pack) => !packOn(pack, switches)).map((pack) => pack.id)
  return compileRules(packs, { disabledRules: new Set(switches.disabledRules), disabledPacks: new Set(off) })
}

/** Ids no flag may carry: the rules switched off, and the claims when their pack is. */
export function mutedBy(switches: Switches): ReadonlySet<string> {
  const claims = packOn({ id: CLAIMS_PACK }, switches) ? [] : claimRules
  return new Set([...switches.disabledRules, ...claims])
}

/** Which version of each pack looks at a page now; part of the evidence. */
export const packVersions: readonly PackVersion[] = builtInPacks.map(({ id, version }) => ({ id, version }))

const packOf = new Map(builtInPacks.flatMap((pack) => pack.rules.map((rule) => [rule.id, pack.id] as const)))

/** The pack a rule came from. */
export function packOfRule(rule: string): string | undefined {
  return packOf.get(rule)
}
