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
const triples = new Uint8Array(65536)
const byTriple = new Map<string, Entry[]>()

const fold = (code: number): number => (code >= 65 && code <= 90 ? code | 32 : code)
const mix = (a: number, b: number, c: number): number => (a * 961 + b * 31 + c) & 0xffff
const keyOf = (text: string): string => text.slice(0, 3).toLowerCase()
const codeAt = (text: string, at: number): number => (at < text.length ? text.charCodeAt(at) : 0)

function classify(): void {
  for (let code = 0; code < 65536; code++) {
    const isAscii = (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122)
    if (isAscii) classes[code] = ASCII_LETTER
    else if (code >= 0xaa && /\p{L}|\p{N}/u.test(String.fromCharCode(code))) classes[code] = LETTER
  }
}

function indexNames(): void {
  for (const entry of lexicon) {
    const key = keyOf(entry.alias)
    byTriple.set(key, [...(byTriple.get(key) ?? []), entry])
    for (const form of [entry.alias, entry.alias.toLowerCase(), entry.alias.toUpperCase()]) {
      const codes = [0, 1, 2].map((at) => fold(codeAt(form, at)))
      triples[mix(codes[0]!, codes[1]!, form.length > 2 ? codes[2]! : 0)] = form.length > 2 ? 1 : 2
    }
  }
  for (const entries of byTriple.values()) entries.sort((a, b) => b.alias.length - a.alias.length)
}

/** Words and numbers that belong to a product's name: `GPT-4o mini`, `Claude 3.5 Sonnet`, `Qwen2.5-72B-Instruct`. */
const version = /(?:[\s\-‐‑–_]?\(?[vVrRmMkK]?\p{Nd}+(?:\.\p{Nd}+)*(?:[a-zA-Z]{1,2}(?![a-zA-Z]))?\)?(?![\p{L}])|[\s\-‐‑–_](?:turbo|mini|nano|micro|lite|pro|flash|ultra|sonnet|opus|haiku|instant|max|plus|large|medium|small|preview|instruct|coder|exp|terminus|latest|thinking|omni|premier|vl|scout|maverick|chat|base|it)(?![\p{L}]))+/iuy

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

function matchesAt(text: string, at: number, entry: Entry): boolean {
  const slice = text.slice(at, at + entry.alias.length)
  return slice === entry.alias || slice.toLowerCase() === entry.alias.toLowerCase()
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

function nameAt(text: string, at: number): Name | null {
  const long = byTriple.get(keyOf(text.slice(at, at + 3)))
  const short = byTriple.get(keyOf(text.slice(at, at + 2)))
  for (const entry of [...(long ?? []), ...(short ?? [])]) {
    if (!matchesAt(text, at, entry)) continue
    const bare = at + entry.alias.length
    const end = entry.product ? versionAfter(text, bare) : bare
    const close = end > bare ? end : endingAfter(text, bare, entry)
    if (close === null) continue
    const doubt = doubtOf(text, at, close, entry, end > bare)
    if (doubt === undefined) continue
    const suffix = end > bare ? text.slice(bare, end).replace(/[()]/g, '') : ''
    const product = entry.product && (entry.product + (entry.product.toLowerCase() === entry.alias.toLowerCase() || /^[\s-]?\d/.test(suffix) ? suffix : ''))
    return { start: at, end: close, developer: entry.developer, product, doubt }
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
    const code = text.charCodeAt(at)
    const kind = classes[code]!
    if (kind !== 0 && (before !== kind || kind === LETTER)) {
      const a = fold(code)
      const b = fold(codeAt(text, at + 1))
      if (triples[mix(a, b, fold(codeAt(text, at + 2)))] !== 0 || triples[mix(a, b, 0)] === 2) {
        const name = nameAt(text, at)
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
