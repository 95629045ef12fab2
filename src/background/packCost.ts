import { parseExpression } from '../core/rules/expression'
import type { PackError, Rule, RulePack } from '../core/rules/index'
import { phrasesOf } from '../core/rules/language'
import { requiredTexts } from '../core/rules/required'

interface Bound {
  most: number
  count: (packs: readonly RulePack[]) => number
  named: string
  todo: string
}

/**
 * What all of a person's packs together may ask of every chat page: compiling two thousand expressions or a hundred thousand
 * phrases takes over a second there.
 */
const bounds: readonly Bound[] = [
  { most: 50, count: (packs) => packs.length, named: 'packs', todo: 'remove one first' },
  { most: 40_000, count: (packs) => rulesOf(packs).length, named: 'rules', todo: 'remove a pack first' },
  { most: 50_000, count: (packs) => rulesOf(packs).reduce((sum, rule) => sum + phrasesOf(rule).length, 0), named: 'phrases', todo: 'remove a pack first' },
  { most: 500, count: (packs) => expressionsOf(packs).length, named: 'regular expressions', todo: 'write fixed texts as phrases' },
]

/** Expressions in which nothing can be looked for are tried on every line. */
const MOST_UNTIED = 20

/** What is too much about these packs together; nothing when they are bearable. */
export function tooCostly(packs: readonly RulePack[]): PackError[] {
  const over = bounds.filter(({ count, most }) => count(packs) > most)
  if (over.length > 0) return over.map(({ count, most, named, todo }) => ({ message: `you would have ${count(packs)} ${named} of your own; ${most} are the most: ${todo}` }))
  const beyond = expressionsOf(packs).filter(isUntied).slice(MOST_UNTIED)
  return beyond.map(({ id }) => ({ rule: id, message: `no text is required by this expression, so it has to be tried on every line; of such, ${MOST_UNTIED} are the most: put a fixed word into it` }))
}

function rulesOf(packs: readonly RulePack[]): Rule[] {
  return packs.flatMap((pack) => pack.rules)
}

function expressionsOf(packs: readonly RulePack[]): Rule[] {
  return rulesOf(packs).filter((rule) => 'regex' in rule)
}

function isUntied(rule: Rule): boolean {
  const parsed = 'regex' in rule ? parseExpression(rule.regex) : null
  return parsed?.ok === true && requiredTexts(parsed.expression) === null
}
