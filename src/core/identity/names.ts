import type { Span } from '../model'
import type { Doubt, Entry } from './lexicon'
import { byFirst, byHead, isLetter, isWordCode, latinStart, latinStartAnywhere, otherScript, otherStart, patternOf } from './nameIndex'
import type { Known } from './nameIndex'
import { makerAfter, makingCues } from './unknownMaker'

/** A name of the lexicon found in a text. */
export interface Name extends Span {
  /** Empty for a maker the lexicon does not know. */
  developer: string
  /** Canonical product with the version as written (`GPT-4o`); null for a developer's name. */
  product: string | null
  doubt: Doubt
}

/** Words and numbers that belong to a product's name: `GPT-4o mini`, `Claude 3.5 Sonnet`, `Qwen2.5-72B-Instruct`. */
const version = /(?:[ \u00a0\-‐‑–_]?\(?[vrmk]?\p{Nd}+(?:\.\p{Nd}+)*[a-z]{0,2}\)?(?![A-Z])|[ \u00a0\-‐‑–_](?:turbo|mini|nano|micro|lite|pro|flash|ultra|sonnet|opus|haiku|instant|max|plus|large|medium|small|preview|instruct|coder|exp|terminus|latest|thinking|omni|premier|vl|scout|maverick|chat|base)(?![A-Z])|-it(?![A-Z]))+/iuy

function versionAfter(text: string, at: number): number {
  version.lastIndex = at
  const found = version.exec(text)
  return found ? at + found[0].length : at
}

const INFLECTED = /[a-z\u0430-\u044fёіїє]{1,3}(?![\p{L}\p{N}])/uy
const LATIN_ENDING = /^(?:u|a|em|om|ie|owi|in|n|nin|ın|i|ja|ia|iem|ului)$/
const CYRILLIC = /[\u0400-\u04ff]/

/** Case endings that stay on a long Latin name or any Cyrillic one (`Сбера`, `Anthropicu`); null when the word goes on otherwise. */
function endingAfter(text: string, at: number, entry: Entry): number | null {
  const isCyrillic = CYRILLIC.test(entry.alias)
  const goesOn = isCyrillic ? isLetter(text[at]) : isWordCode(text.charCodeAt(at)) && isWordCode(entry.alias.charCodeAt(entry.alias.length - 1))
  if (!goesOn) return at
  if (!isCyrillic && (entry.doubt || entry.alias.length < 6)) return null
  INFLECTED.lastIndex = at
  const found = INFLECTED.exec(text)
  return found && (isCyrillic || LATIN_ENDING.test(found[0])) ? at + found[0].length : null
}

function matchesAt(text: string, at: number, lower: string): boolean {
  for (let index = 0; index < lower.length; index++) {
    const char = text[at + index]
    if (char !== lower[index] && char?.toLowerCase() !== lower[index]) return false
  }
  return true
}

const titleBefore = /(?:\b(?:Sir|Saint|St\.?|Mr\.?|Mrs\.?|Ms\.?|Dr\.?|Lady|Lord|Jean|Marie|Pierre|Prince|Princess|Captain|Professor|Prof\.?)[\s-]|-)$/
const articleBefore = /\b[Tt]he\s$/
const surnameAfter = /^ (?!AI\b|Assistant\b|Chat|Bot\b|LLM|Language|Model|from\b|Large|Code\b)\p{Lu}\p{Ll}+/u

/** A short name written like an ordinary word (`grok`, `palm`, `moss`). */
const isCommonWord = (written: string, alias: string): boolean => (/^[a-z]{1,5}$/.test(written) && written !== alias) || written === 'XAI'

/** What is left of the doubt about an ambiguous name, seeing how it is written; undefined: it is not the name at all. */
function doubtOf(text: string, start: number, end: number, entry: Entry, versioned: boolean): Doubt | undefined {
  if (!entry.doubt && isCommonWord(text.slice(start, start + entry.alias.length), entry.alias) && !versioned) return 'word'
  if (!entry.doubt || (versioned && /\d/.test(text.slice(start, end)))) return null
  const written = text.slice(start, start + entry.alias.length)
  const isLowered = written === written.toLowerCase() && written !== entry.alias && /[a-z]/.test(written)
  if (isLowered) return entry.doubt === 'person' ? 'word' : undefined
  if (!/^[A-Z]/.test(written) || !entry.product) return entry.doubt
  const isThing = (entry.doubt === 'word' || /^(?:Bard|Llama|Phoenix|Vicuna)$/.test(written)) && articleBefore.test(text.slice(Math.max(0, start - 4), start)) && !/^\s(?:model|family|series|AI|LLM|architecture)/.test(text.slice(end, end + 14))
  const isPerson = isThing || titleBefore.test(text.slice(Math.max(0, start - 12), start)) || surnameAfter.test(text.slice(end, end + 24))
  return isPerson ? undefined : entry.doubt
}

function nameFrom(text: string, at: number, { entry, lower }: Known): Name | null {
  if (!matchesAt(text, at, lower)) return null
  const bare = at + entry.alias.length
  const end = entry.product ? versionAfter(text, bare) : bare
  const close = end > bare ? end : endingAfter(text, bare, entry)
  if (close === null) return null
  const doubt = doubtOf(text, at, close, entry, end > bare)
  return doubt === undefined ? null : { start: at, end: close, developer: entry.developer, product: productOf(entry, text.slice(bare, end)), doubt }
}

/** The product with its version as written; a translated name keeps only a number (`GPT-4o`, but not `Claude-치환`). */
function productOf(entry: Entry, suffix: string): string | null {
  if (!entry.product) return null
  const keeps = entry.product.toLowerCase() === entry.alias.toLowerCase() || /^[\s-]?\d/.test(suffix)
  return entry.product + (keeps ? suffix.replace(/[()]/g, '') : '')
}

function firstOf(text: string, at: number, entries: readonly Known[] | undefined): Name | null {
  for (const known of entries ?? []) {
    const name = nameFrom(text, at, known)
    if (name) return name
  }
  return null
}

const cues: ReadonlySet<string> = new Set(makingCues)
const knownStart = new RegExp(`\\b${patternOf([...byHead.keys()])}`, 'gi')

const knowsSome = (text: string): boolean =>
  [...text.matchAll(knownStart)].some((match) => firstOf(text, match.index, byHead.get(match[0].toLowerCase())) !== null)

function unknownAfter(text: string, at: number): Name | null {
  const found = makerAfter(text, at)
  return found && !knowsSome(text.slice(at, found.end)) ? { ...found, developer: '', product: null, doubt: 'word' } : null
}

const latinAt = (text: string, at: number, head: string): Name | null =>
  cues.has(head.toLowerCase()) ? unknownAfter(text, at + head.length) : firstOf(text, at, byHead.get(head.toLowerCase()))

/** A name in a script with capitals must start a word. */
const otherAt = (text: string, at: number): Name | null =>
  CYRILLIC.test(text[at]!) && isLetter(text[at - 1]) ? null : firstOf(text, at, byFirst.get(text[at]!))

function collect(text: string, from: number, to: number, start: RegExp, nameAt: (text: string, at: number, head: string) => Name | null): Name[] {
  const found: Name[] = []
  start.lastIndex = from
  for (let match = start.exec(text); match && match.index < to; match = start.exec(text)) {
    const name = nameAt(text, match.index, match[0])
    if (name && name.end <= to) found.push(name)
    start.lastIndex = name && name.end <= to ? name.end : match.index + 1
  }
  return found
}

/** Left to right; where two overlap the one that starts first, then the longer, stays. */
function merged(names: Name[]): Name[] {
  names.sort((a, b) => a.start - b.start || b.end - a.end)
  let end = 0
  return names.filter((name) => {
    if (name.start < end) return false
    end = name.end
    return true
  })
}

/**
 * All names in `text.slice(from, to)`, left to right, without overlap. Ordinary text costs one pass of one regular
 * expression over the beginnings of all names.
 */
export function findNames(text: string, from = 0, to = text.length): Name[] {
  const plain = collect(text, from, to, text.includes('_', from) ? latinStartAnywhere : latinStart, latinAt)
  const other = otherScript.test(from === 0 ? text : text.slice(from, to)) ? collect(text, from, to, otherStart, otherAt) : []
  return other.length === 0 ? plain : merged([...plain, ...other])
}
