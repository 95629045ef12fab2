import type { Name } from './names'
import type { Span } from '../model'

/** Stand for a product and a developer in masked text, so that grammars never list names. */
export const PRODUCT = '\uE000'
export const DEVELOPER = '\uE001'

/** A stretch of text made plain for the grammars, with the way back to it. */
export interface Masked {
  text: string
  /** Offset in the original of each masked character, and of the end. */
  at: number[]
  /** The names, in order: one for each placeholder. */
  names: Name[]
  quotes: Span[]
}

const dropped = /[*`#\u200b-\u200f\u2060\ufeff\u00ad\ue000-\uf8ff]/
const plain: Record<string, string> = { '’': "'", '‘': "'", 'ʼ': "'", '`': "'", '—': '-', '–': '-', '−': '-', '‑': '-', '‐': '-', '…': '.', '．': '.', '｡': '。' }

const isWordChar = (char: string | undefined): boolean => char !== undefined && /[\p{L}\p{N}]/u.test(char)

function plainOf(text: string, at: number): string {
  const char = text[at]!
  if ((char >= 'a' && char <= 'z') || (char >= 'A' && char <= 'Z') || char === ' ') return char
  if (dropped.test(char)) return ''
  if (char === '_' && !(isWordChar(text[at - 1]) && isWordChar(text[at + 1]))) return ''
  const code = char.charCodeAt(0)
  if (code >= 0xff01 && code <= 0xff5e) return plain[char] ?? String.fromCharCode(code - 0xfee0)
  return /\s/.test(char) ? ' ' : (plain[char] ?? char)
}

/** Replaces names by placeholders, drops emphasis and zero-width characters, folds spaces, dashes and full-width forms. */
export function mask(source: string, from: number, to: number, names: readonly Name[]): Masked {
  const out: string[] = []
  const at: number[] = []
  const put = (char: string, offset: number) => {
    out.push(char)
    at.push(offset)
  }
  let next = 0
  for (let index = from; index < to; index++) {
    const name = names[next]
    if (name && name.start === index) {
      put(name.product ? PRODUCT : DEVELOPER, index)
      index = name.end - 1
      next++
      continue
    }
    const char = plainOf(source, index)
    if (char === '' || (char === ' ' && (out.length === 0 || out[out.length - 1] === ' '))) continue
    put(char, index)
  }
  at.push(to)
  const text = out.join('')
  return { text, at, names: [...names], quotes: quotesOf(text) }
}

const closers: Record<string, string> = { '“': '”', '„': '“”', '«': '»', '「': '」', '『': '』', '‹': '›', '»': '«', '"': '"', "'": "'" }

function opens(text: string, at: number): boolean {
  const char = text[at]!
  if (!(char in closers)) return false
  const before = text[at - 1]
  if (char === "'" || char === '"') return !isWordChar(before) && text[at + 1] !== ' ' && at + 1 < text.length
  return true
}

/** How far a quotation may reach; keeps a page full of quotation marks from being read again and again. */
const LONGEST_QUOTE = 1500

function closeOf(text: string, at: number): number {
  const close = closers[text[at]!]!
  for (let index = at + 1; index < Math.min(text.length, at + LONGEST_QUOTE); index++) {
    if (!close.includes(text[index]!)) continue
    if (text[at] === "'" && isWordChar(text[index + 1])) continue
    return index
  }
  return -1
}

/** Stretches between quotation marks; an opened double quotation that never closes runs to the end. */
function quotesOf(text: string): Span[] {
  if (!/["'“„«「『‹»]/.test(text)) return []
  const spans: Span[] = []
  for (let index = 0; index < text.length; index++) {
    if (!opens(text, index)) continue
    const end = closeOf(text, index)
    if (end === -1 && text[index] !== '"' && text[index] !== '“') continue
    spans.push({ start: index, end: end === -1 ? text.length : end })
    index = end === -1 ? text.length : end
  }
  return spans
}

/** Sentences of masked text that hold a placeholder. A full stop ends one only before a space; CJK stops always do. */
export function sentencesWithNames(text: string): Span[] {
  const spans: Span[] = []
  let start = 0
  for (let index = 0; index <= text.length; index++) {
    if (index < text.length && !endsSentence(text, index)) continue
    const end = Math.min(text.length, index + 1)
    if (/[\uE000\uE001]/.test(text.slice(start, end))) spans.push({ start, end })
    start = end
  }
  return spans
}

const abbreviation = /(?:^|[\s(])(?:Mr|Mrs|Ms|Dr|St|Inc|Ltd|Co|Corp|e\.g|i\.e|etc|vs|v|z\.B|bzw|ca|No|т\.е|т\.д)$/i

function endsSentence(text: string, at: number): boolean {
  const char = text[at]!
  if ('!?。।؟۔'.includes(char)) return true
  if (char !== '.') return false
  const next = text[at + 1]
  if (next !== undefined && !/[\s"'”’»)]/.test(next)) return false
  return !abbreviation.test(text.slice(Math.max(0, at - 6), at))
}
