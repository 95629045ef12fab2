import { catalogue } from '../../../core/rules/catalogue'
import type { Rule, RulePack } from '../../../core/rules/index'

/** A built-in pack with sources and examples, as it is shared; undefined for other ids. */
export function builtInPack(id: string): RulePack | undefined {
  const pack = catalogue.find((one) => one.id === id)
  return pack && { ...pack, rules: pack.rules.map(withoutNeeds) }
}

/** `needs` is worked out beforehand for built-in packs alone; files do not have it. */
function withoutNeeds(rule: Rule): Rule {
  if (!('regex' in rule)) return rule
  const { needs: _, ...rest } = rule
  return rest
}

/** Lets the person save a pack as a file of `telltale-rules/1`. */
export function savePack(pack: RulePack): void {
  const file = new Blob([`${JSON.stringify(pack, null, 2)}\n`], { type: 'application/json' })
  const link = document.createElement('a')
  link.href = URL.createObjectURL(file)
  link.download = `telltale-rules-${pack.id}-${pack.version}.json`
  link.click()
  // The download has taken the file over by then.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}
