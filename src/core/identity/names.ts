import { lexicon } from './lexicon'
import type { Doubt, Entry } from './lexicon'
import type { Span } from '../model'

/** A name of the lexicon found in a text. */
export interface Name extends Span {
  developer: string
  /** Canonical product with the version as written (`GPT-4o`); null for a developer's name. */
  product: string | null
  doubt: Doubt
}

const LETTER = 1
const ASCII_LETTER = 2
const classes = new Uint8Array(65536)
/** Whether a name of two or three characters begins with these two. */
const shortPairs = new Uint8Array(65536)
/** Whether a name of four or more characters begins with these four. */
const heads = new Uint8Array(65536)

/** An entry ready to compare: its alias in lower case. */
interface Known {
  entry: Entry
  lower: string
}

const byHead = new Map<number, Known[]>()
const bySmall = new Map<number, Known[]>()

const fold = (code: number): number => (code >= 65 && code <= 90 ? code | 32 : code)
const codeAt = (text: string, at: number): number => (at < text.length ? fold(text.charCodeAt(at)) : 0)
const mixPair = (a: number, b: number): number => (a * 257 + b) & 0xffff
const mixHead = (a: number, b: number, c: number, d: number): number => (a * 29791 + b * 961 + c * 31 + d) & 0xffff
const headOf = (text: string, at: number): number => mixHead(codeAt(text, at), codeAt(text, at + 1), codeAt(text, at + 2), codeAt(text, at + 3))
const pairOf = (text: string, at: number): number => mixPair(codeAt(text, at), codeAt(text, at + 1))

function classify(): void {
  for (let code = 0; code < 65536; code++) {
    const isAscii = (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122)
    if (isAscii) classes[code] = ASCII_LETTER
    else if (code >= 0xaa && /\p{L}|\p{N}/u.test(String.fromCharCode(code))) classes[code] = LETTER
  }
}

function index(table: Uint8Array, known: Map<number, Known[]>, key: number, entry: Known): void {
  table[key] = 1
  const entries = known.get(key) ?? []
  if (!entries.includes(entry)) entries.push(entry)
  known.set(key, entries.sort((a, b) => b.lower.length - a.lower.length))
}

function indexNames(): void {
  for (const entry of lexicon) {
    const { alias } = entry
    const known = { entry, lower: alias.toLowerCase() }
    for (const form of [alias, known.lower, alias.toUpperCase()]) {
      if (alias.length < 4) index(shortPairs, bySmall, pairOf(form, 0), known)
      else index(heads, byHead, headOf(form, 0), known)
    }
  }
}

/** Words and numbers that belong to a product's name: `GPT-4o mini`, `Claude 3.5 Sonnet`, `Qwen2.5-72B-Instruct`. */
const version = /(?:[ \u00a0\-‐‑–_]?\(?[vVrRmMkK]?\p{Nd}+(?:\.\p{Nd}+)*(?:[a-zA-Z]{1,2}(?![a-zA-Z]))?\)?(?![\p{L}])|[ \u00a0\-‐‑–_](?:turbo|mini|nano|micro|lite|pro|flash|ultra|sonnet|opus|haiku|instant|max|plus|large|medium|small|preview|instruct|coder|exp|terminus|latest|thinking|omni|premier|vl|scout|maverick|chat|base|it)(?![\p{L}]))+/iuy

function versionAfter(text: string, at: number): number {
  version.lastIndex = at
  const found = version.exec(text)
  return found ? at + found[0].length : at
}

const INFLECTED = /[a-zа-яёіїє]{1,3}(?![\p{L}\p{N}])/uy
const CYRILLIC = /[Ѐ-ӿ]/

/** Case endings that stay on a long Latin name or any Cyrillic one (`Сбера`, `Anthropicu`). */
function endingAfter(text: string, at: number, entry: Entry): number | null {
  const next = classes[codeAt(text, at)]
  const last = classes[codeAt(entry.alias, entry.alias.length - 1)]
  const isCyrillic = CYRILLIC.test(entry.alias)
  if (next === 0 || (next !== last && !isCyrillic) || (last === LETTER && !isCyrillic)) return at
  if (!isCyrillic && (entry.doubt || entry.alias.length < 6)) return null
  INFLECTED.lastIndex = at
  const found = INFLECTED.exec(text)
  return found && (isCyrillic || /^(?:u|a|em|om|ie|owi|in|n|nin|ın|i|ja|ia|iem|ului)$/.test(found[0])) ? at + found[0].length : null
}

function matchesAt(text: string, at: number, lower: string): boolean {
  for (let index = 0; index < lower.length; index++) {
    const code = codeAt(text, at + index)
    if (code === lower.charCodeAt(index)) continue
    if (code < 128 || text[at + index]!.toLowerCase() !== lower[index]) return false
  }
  return true
}

const titleBefore = /(?:\b(?:Sir|Saint|St\.?|Mr\.?|Mrs\.?|Ms\.?|Dr\.?|Lady|Lord|Jean|Marie|Pierre|Prince|Princess|Saint|Captain|Professor|Prof\.?)[\s-]|-)$/
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

classify()
indexNames()

/**
 * All names in `text.slice(from, to)`, left to right, without overlap. One pass over the characters with three table
 * look-ups for each word start, so that ordinary text costs about as much as reading it.
 */
export function findNames(text: string, from = 0, to = text.length): Name[] {
  const found: Name[] = []
  let before = 0
  for (let at = from; at < to; at++) {
    const kind = classes[text.charCodeAt(at)]!
    if (kind !== 0 && (before !== kind || kind === LETTER)) {
      const head = headOf(text, at)
      const pair = pairOf(text, at)
      if (heads[head] !== 0 || shortPairs[pair] !== 0) {
        const name = firstOf(text, at, byHead.get(head)) ?? firstOf(text, at, bySmall.get(pair))
        if (name && name.end <= to) {
          found.push(name)
          at = name.end - 1
          before = classes[text.charCodeAt(at)]!
          continue
        }
      }
    }
    before = kind
  }
  return found
}
