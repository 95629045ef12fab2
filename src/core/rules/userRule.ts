import { parseExpression } from './expression'
import type { PackError, Rule } from './language'
import { parsePack } from './parse'
import { requiredTexts } from './required'
import { RULES_FORMAT } from './language'

export type UserRuleResult =
  /** `notes`: what the author may want to know, e.g. that a rule has to be tried on every line. */
  | { ok: true; rule: Rule; notes: string[] }
  | { ok: false; errors: PackError[] }

/** Checks one rule a person typed. An expression that could run long is refused with the reason and the place. */
export function checkUserRule(rule: unknown): UserRuleResult {
  const result = parsePack({ format: RULES_FORMAT, id: 'workbench', version: '0.0.0', name: 'Workbench', family: 'custom', rules: [rule] })
  if (!result.ok) return result
  const checked = result.pack.rules[0]!
  return { ok: true, rule: checked, notes: 'regex' in checked ? notesOn(checked.regex) : [] }
}

function notesOn(source: string): string[] {
  const parsed = parseExpression(source)
  if (!parsed.ok || requiredTexts(parsed.expression)) return []
  return ['no text is required by this expression, so it has to be tried on every line; a fixed word in it would make it cheap']
}
