import { lexicon } from './lexicon'
import type { Entry } from './lexicon'
import { makingCues } from './unknownMaker'

/** An entry ready to compare: its alias in lower case. */
export interface Known {
  entry: Entry
  lower: string
}

const HEAD = 8
/** ASCII letters and digits. */
export const isWordCode = (code: number): boolean => (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122)
/** A letter or digit of any script. */
export const isLetter = (char: string | undefined): boolean => char !== undefined && /[\p{L}\p{N}]/u.test(char)

const known: Known[] = lexicon.map((entry) => ({ entry, lower: entry.alias.toLowerCase() })).sort((a, b) => b.lower.length - a.lower.length)
const latin = known.filter(({ lower }) => isWordCode(lower.charCodeAt(0)))
const heads = [...new Set(latin.map(({ lower }) => lower.slice(0, HEAD)))].sort((a, b) => a.length - b.length)
/** Latin names by their beginning, which is the shortest one that another name's beginning goes on from; longest names first. */
export const byHead = new Map<string, Known[]>()
/** All others by their first character. */
export const byFirst = new Map<string, Known[]>()

const add = (index: Map<string, Known[]>, key: string, entry: Known): unknown => index.set(key, [...(index.get(key) ?? []), entry])

for (const entry of latin) add(byHead, heads.find((head) => entry.lower.startsWith(head))!, entry)
for (const entry of known.filter((entry) => !latin.includes(entry))) {
  for (const first of new Set([entry.lower[0]!, entry.entry.alias[0]!])) add(byFirst, first, entry)
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\-]/g, '\\$&')

/** The shortest pattern for a set of beginnings, one character at a time: far faster than alternatives side by side. */
export function patternOf(words: readonly string[], at = 0): string {
  if (words.some((word) => word.length === at)) return ''
  const next = new Map<string, string[]>()
  for (const word of words) next.set(word[at]!, [...(next.get(word[at]!) ?? []), word])
  const parts = [...next].map(([char, rest]) => escaped(char) + patternOf(rest, at + 1))
  return parts.length === 1 ? parts[0]! : `(?:${parts.join('|')})`
}

const beginnings = patternOf([...byHead.keys(), ...makingCues])
/** Where a Latin name may start. The second is for text with underscores, which are emphasis here and letters to `\b`. */
export const latinStart = new RegExp(`\\b${beginnings}`, 'gi')
export const latinStartAnywhere = new RegExp(`(?<![A-Za-z0-9])${beginnings}`, 'gi')
/** Where any other name may start. */
export const otherStart = new RegExp(`[${[...byFirst.keys()].map(escaped).join('')}]`, 'g')
/**
 * V8 compiles a pattern on its second use, once for Latin-1 text and once for other text, and compiles poorly when many
 * large patterns came before it: so this one is used at once.
 */
for (const text of ['first', 'second', 'first \u2026', 'second \u2026']) latinStart.test(text)
latinStart.lastIndex = 0

/** Letters beyond Latin: only then is a text searched for other names. */
export const otherScript = /[\u0250-\u1fff\u2c00-\ud7ff]/
