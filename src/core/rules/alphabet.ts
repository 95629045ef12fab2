import { WORD, categoryOf } from '../text/boundary'
import { IGNORED, SPACE, foldUnit } from '../text/fold'

/**
 * The automaton's alphabet: every UTF-16 code unit becomes one symbol, or, when it is used by a phrase but is not among
 * the most common characters, two symbols (a page and a place on it). So a few dozen symbols serve every script, and a
 * row of the transition table stays as short as a cache line or two.
 */
export const OTHER_SYMBOL = 0
export const SPACE_SYMBOL = 1
export const IGNORED_SYMBOL = 2
export const WORD_SYMBOL = 3
const FIRST_FREE = 4

/** A code above this is two symbols (`page << 8 | place`), or not yet known. */
export const ONE_SYMBOL = 0xff
export const NOT_YET_KNOWN = 0xffff

export interface Alphabet {
  /** Symbols are below `1 << shift`. */
  shift: number
  /** Code unit to code; filled in as characters are first met. */
  codes: Uint16Array
  /** Folded code unit used by a phrase to its code. */
  used: Map<number, number>
  /** By code: whether its character holds words together. */
  isWordCode: Uint8Array
  pages: number[]
}

/** Characters from the most common on, as far as there is room for single symbols. */
const COMMON = 'etaoinshrdlcumwfgypbvk\'-.,xjqz0123456789":/<>|[]()_?!&=;'
const SHIFTS = [5, 6, 7]
/** So many of them always get a single symbol. */
const FEWEST_SINGLES = 20

export function buildAlphabet(phrases: readonly string[]): Alphabet {
  const used = new Set<number>()
  for (const phrase of phrases) for (let i = 0; i < phrase.length; i++) used.add(phrase.charCodeAt(i))
  used.delete(SPACE)
  const single = [...COMMON].map(char => char.charCodeAt(0)).filter(unit => used.has(unit))
  for (const shift of SHIFTS) {
    const alphabet = fit(shift, single, used)
    if (alphabet) return alphabet
  }
  throw new RangeError(`${used.size} different characters are more than one automaton can hold`)
}

const ALWAYS_SINGLE = new Set([SPACE, ...[...COMMON].slice(0, FEWEST_SINGLES).map(char => char.charCodeAt(0))])

/** An alphabet holds at least so many different characters. */
export const MOST_CHARACTERS = 12_000

/** Whether a folded code unit is one symbol in every alphabet. */
export function isCommon(unit: number): boolean {
  return ALWAYS_SINGLE.has(unit)
}

function fit(shift: number, common: number[], used: Set<number>): Alphabet | null {
  const size = 1 << shift
  for (let singles = Math.min(common.length, size - FIRST_FREE); singles >= 0; singles--) {
    const rare = used.size - singles
    const pages = Math.ceil(rare / (size - FIRST_FREE))
    if (FIRST_FREE + singles + pages > size) continue
    return singles < Math.min(common.length, FEWEST_SINGLES) ? null : lay(shift, common.slice(0, singles), used)
  }
  return null
}

function lay(shift: number, singles: number[], all: Set<number>): Alphabet {
  const used = new Map<number, number>()
  singles.forEach((unit, i) => used.set(unit, FIRST_FREE + i))
  const rare = [...all].filter(unit => !used.has(unit)).sort((a, b) => a - b)
  const firstPage = FIRST_FREE + singles.length
  // Places begin where free symbols do, so that no place is taken for white space.
  const places = (1 << shift) - FIRST_FREE
  rare.forEach((unit, i) => used.set(unit, (firstPage + Math.floor(i / places)) << 8 | (FIRST_FREE + i % places)))
  const pages = Array.from({ length: Math.ceil(rare.length / places) }, (_, i) => firstPage + i)
  const isWordCode = new Uint8Array((firstPage + pages.length) << 8)
  isWordCode[WORD_SYMBOL] = 1
  for (const [unit, code] of used) isWordCode[code] = categoryOf(unit) === WORD ? 1 : 0
  const alphabet = { shift, codes: new Uint16Array(0x10000).fill(NOT_YET_KNOWN), used, isWordCode, pages }
  for (let unit = 0; unit < 0x80; unit++) learnUnit(alphabet, unit)
  return alphabet
}

/** Works out and remembers the code of a code unit met for the first time. */
export function learnUnit(alphabet: Alphabet, unit: number): number {
  const code = codeOf(alphabet, unit)
  alphabet.codes[unit] = code
  return code
}

function codeOf(alphabet: Alphabet, unit: number): number {
  const folded = foldUnit(unit)
  if (folded === IGNORED) return IGNORED_SYMBOL
  if (folded === SPACE) return SPACE_SYMBOL
  return alphabet.used.get(folded) ?? (categoryOf(folded) === WORD ? WORD_SYMBOL : OTHER_SYMBOL)
}
