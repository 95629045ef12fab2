import type { Family, Identity, Part, Severity } from '../model'

/** The rule language `telltale-rules/1`, as data. `docs/rules.md` explains it with examples. */
export const RULES_FORMAT = 'telltale-rules/1'

/** Where a phrase may be cut: at word boundaries on both sides, on its left only, or anywhere. */
export type Boundary = 'word' | 'start' | 'none'

/** How strictly phrases are compared: folded, folded but for case, or character by character. */
export type Match = 'folded' | 'case' | 'exact'

interface RuleBase {
  /** Unique in the pack: lower case words joined by dots and dashes, e.g. `identity.openai.chatgpt`. */
  id: string
  /** The pack's family when absent. */
  family?: Family
  severity?: Severity
  pointsTo?: Identity
  /** The parts it looks at; both when absent. */
  where?: Part
  /** Whether it looks inside code: everywhere when absent. */
  code?: 'skip' | 'only'
  match?: Match
  boundary?: Boundary
  /** Where the rule is known from, for the person to judge. */
  source?: string
  note?: string
  /** Texts in which it must, and must not, find something; run as tests. */
  examples?: { match: string[]; noMatch: string[] }
}

export interface PhraseRule extends RuleBase {
  phrase: string
}

export interface AnyOfRule extends RuleBase {
  anyOf: string[]
}

/** A linear-time regular expression, tried on each line that holds a text it requires. */
export interface RegexRule extends RuleBase {
  regex: string
  /** Built-in packs only: texts of which every match holds one, worked out beforehand; as whole words when `boundary` is `word`. */
  needs?: string[]
  /** Built-in packs only: a match counts when one of these stands directly before or after it, or when it is one of `unless`. */
  context?: Context
}

/** Sources of expressions. */
export interface Context {
  before?: string
  after?: string
  unless?: string[]
}

/** Two phrases at most `within` UTF-16 code units apart. */
export interface NearRule extends RuleBase {
  near: { first: string[]; second: string[]; within: number; ordered?: boolean }
}

export type Rule = PhraseRule | AnyOfRule | RegexRule | NearRule

export interface RulePack {
  format: typeof RULES_FORMAT
  id: string
  version: string
  name: string
  description?: string
  family: Family
  /** Whether the pack is on until the person says otherwise. A file may leave it out: on. */
  enabled: boolean
  source?: string
  licence?: string
  rules: Rule[]
}

/** What is wrong with a pack, where: `line` counts from 1 and is absent when the text was not at hand. */
export interface PackError {
  rule?: string
  line?: number
  message: string
}

/** The phrases of a rule that is not a regular expression, in both places of a proximity. */
export function phrasesOf(rule: Rule): string[] {
  if ('phrase' in rule) return [rule.phrase]
  if ('anyOf' in rule) return rule.anyOf
  return 'near' in rule ? [...rule.near.first, ...rule.near.second] : []
}
