import { parseExpression } from '../core/rules/expression'
import type { PackError, Rule, RulePack } from '../core/rules/index'
import { requiredTexts } from '../core/rules/required'

/**
 * What all of a person's packs together may ask of every chat page: compiling two thousand expressions takes over a second,
 * and those in which nothing can be looked for are tried on every line.
 */
export const MOST = { packs: 50, rules: 40_000, expressions: 500, untied: 20 }

/** What is too much about these packs together; nothing when they are bearable. */
export function tooCostly(packs: readonly RulePack[]): PackError[] {
  const rules = packs.flatMap((pack) => pack.rules)
  const expressions = rules.filter((rule) => 'regex' in rule)
  if (packs.length > MOST.packs) return [{ message: `more than ${MOST.packs} packs of your own: remove one first` }]
  if (rules.length > MOST.rules) return [{ message: `your packs would have ${rules.length} rules; ${MOST.rules} are the most: remove a pack first` }]
  if (expressions.length > MOST.expressions) return [{ message: `your packs would have ${expressions.length} regular expressions; ${MOST.expressions} are the most: write fixed texts as phrases` }]
  const untied = expressions.filter(isUntied)
  if (untied.length <= MOST.untied) return []
  return untied.slice(MOST.untied).map(({ id }) => ({ rule: id, message: `no text is required by this expression, so it has to be tried on every line; of such, ${MOST.untied} are the most: put a fixed word into it` }))
}

function isUntied(rule: Rule): boolean {
  const parsed = 'regex' in rule ? parseExpression(rule.regex) : null
  return parsed?.ok === true && requiredTexts(parsed.expression) === null
}
