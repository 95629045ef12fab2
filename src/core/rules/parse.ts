import * as v from 'valibot'
import { parseExpression } from './expression'
import type { PackError, Rule, RulePack } from './language'
import { outline, type Outline } from './outline'
import { LIMITS, schemas } from './schema'

export type PackResult = { ok: true; pack: RulePack } | { ok: false; errors: PackError[] }

/** A pack file may be this many UTF-16 code units long. */
const LONGEST_PACK = 5_000_000
/** More faults than this are not listed. */
const MOST_ERRORS = 50

/**
 * Reads a rule pack from text or from a parsed value, as hostile as it may be. Faults name the rule and, for text, its
 * line; `label` (a file name) is put before them.
 */
export function parsePack(source: unknown, label?: string): PackResult {
  const result = typeof source === 'string' ? parseText(source) : checkPack(source, null)
  if (result.ok || !label) return result
  return { ok: false, errors: result.errors.map(error => ({ ...error, message: `${label}: ${error.message}` })) }
}

function parseText(source: string): PackResult {
  if (source.length > LONGEST_PACK) return refuse(`the pack is longer than ${LONGEST_PACK} characters`)
  const lines = outline(source)
  if (!lines.ok) return { ok: false, errors: [lines.error] }
  try {
    return checkPack(JSON.parse(source), lines.outline)
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    return refuse(`not JSON: ${error.message}`)
  }
}

function refuse(message: string): PackResult {
  return { ok: false, errors: [{ message }] }
}

function checkPack(value: unknown, lines: Outline | null): PackResult {
  if (!isRecord(value)) return refuse('a pack is a JSON object')
  const { rules, ...head } = value
  const errors = faults(v.safeParse(schemas.head, head)).map(message => ({ message }) as PackError)
  if (!Array.isArray(rules)) return { ok: false, errors: [...errors, { message: 'rules must be a list' }] }
  if (rules.length > LIMITS.rules) return { ok: false, errors: [...errors, { message: `${rules.length} rules are more than ${LIMITS.rules}` }] }
  errors.push(...tooMuch(rules))
  if (errors.length) return { ok: false, errors }
  const seen = new Map<string, number>()
  for (let i = 0; i < rules.length && errors.length < MOST_ERRORS; i++) {
    const about = { rule: ruleName(rules[i], i), line: lines?.ruleLines[i] }
    for (const message of [...checkRule(rules[i]), ...checkUnique(seen, rules[i], i, lines)]) errors.push({ ...about, message })
  }
  return errors.length ? { ok: false, errors } : { ok: true, pack: { enabled: true, ...value } as unknown as RulePack }
}

/** All there is to look for, before any of it is looked at: it decides how large the tables become. */
function tooMuch(rules: unknown[]): PackError[] {
  const bodies = rules.filter(isRecord)
  const text = bodies.reduce((sum, { phrase, anyOf, near }) => sum + lengthOf(phrase) + lengthOf(anyOf) + lengthOf(near), 0)
  const expressions = bodies.reduce((sum, { regex }) => sum + lengthOf(regex), 0)
  return [
    ...(text > LIMITS.text ? [{ message: `the phrases are ${text} characters long together, more than ${LIMITS.text}` }] : []),
    ...(expressions > LIMITS.expressions ? [{ message: `the expressions are ${expressions} characters long together, more than ${LIMITS.expressions}` }] : []),
  ]
}

function lengthOf(value: unknown): number {
  if (typeof value === 'string') return value.length
  if (Array.isArray(value)) return value.reduce((sum: number, item) => sum + lengthOf(item), 0)
  return isRecord(value) ? lengthOf(value.first) + lengthOf(value.second) : 0
}

function checkRule(rule: unknown): string[] {
  if (!isRecord(rule)) return ['a rule is a JSON object']
  const kinds = (Object.keys(schemas.rules) as (keyof typeof schemas.rules)[]).filter(kind => Object.hasOwn(rule, kind))
  if (kinds.length !== 1) return [`a rule has exactly one of ${Object.keys(schemas.rules).join(', ')}`]
  const found = faults(v.safeParse(schemas.rules[kinds[0]!], rule, { abortPipeEarly: true }))
  return found.length || kinds[0] !== 'regex' ? found : checkExpression((rule as { regex: string }).regex)
}

function checkExpression(source: string): string[] {
  const parsed = parseExpression(source)
  return parsed.ok ? [] : [`regex, character ${parsed.refusal.at + 1}: ${parsed.refusal.message}`]
}

function checkUnique(seen: Map<string, number>, rule: unknown, index: number, lines: Outline | null): string[] {
  const id = (rule as Rule | null)?.id
  if (typeof id !== 'string') return []
  const first = seen.get(id)
  if (first === undefined) {
    seen.set(id, index)
    return []
  }
  return [`the id is already that of rule ${first + 1}${lines ? ` (line ${lines.ruleLines[first]})` : ''}`]
}

function ruleName(rule: unknown, index: number): string {
  const id = (rule as Rule | null)?.id
  return typeof id === 'string' && id.length <= 100 ? id : `rule ${index + 1}`
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function faults(result: v.SafeParseResult<v.GenericSchema>): string[] {
  if (result.success) return []
  return result.issues.slice(0, 5).map(issue => `${v.getDotPath(issue) ?? 'it'}: ${issue.message}`)
}
