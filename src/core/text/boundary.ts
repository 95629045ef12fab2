import { IGNORED, foldUnit } from './fold'

/**
 * Word boundaries for scripts with and without spaces. Letters of spaced scripts hold together; ideographs, kana, Thai
 * and their like may be cut anywhere; Hangul words begin at a boundary but take particles at their end; Arabic words
 * take one-letter particles and the article at their beginning.
 */
export const OTHER = 0
export const WORD = 1
export const HANGUL = 2
export const UNSPACED = 3
export type Category = typeof OTHER | typeof WORD | typeof HANGUL | typeof UNSPACED

const LETTER = /[\p{L}\p{N}\p{M}_]/u
const MARK = /\p{M}/u
const SCRIPT_WITHOUT_SPACES = /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Bopo}\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}\p{scx=Tibt}]/u
const HANGUL_SCRIPT = /\p{sc=Hang}/u
const ARABIC = /\p{sc=Arab}/u
const ARABIC_PREFIX = /^[\u0648\u0641]?[\u0628\u0643\u0644]?(?:\u0627\u0644)?$/
const LONGEST_PREFIX = 4

const known = new Map<number, Category>()

/** The kind of word a code unit can be part of. Halves of surrogate pairs are no part of any. */
export function categoryOf(unit: number): Category {
  if (unit < 0x80) return (ASCII[unit] ?? OTHER) as Category
  const seen = known.get(unit)
  if (seen !== undefined) return seen
  const category = lookUp(String.fromCharCode(unit))
  known.set(unit, category)
  return category
}

/** Whether a combining mark, which no match may be cut off from. */
export function isMark(unit: number): boolean {
  return unit >= 0x300 && MARK.test(String.fromCharCode(unit))
}

export function isArabic(unit: number): boolean {
  return unit >= 0x600 && ARABIC.test(String.fromCharCode(unit))
}

/** Whether a word can begin at `start` of `text`, after what is before it. */
export function startsWord(text: string, start: number): boolean {
  const category = categoryOf(text.charCodeAt(start))
  if (category === OTHER || category === UNSPACED) return true
  const before = categoryOf(unitBefore(text, start))
  if (before !== category) return true
  return category === WORD && isArabic(text.charCodeAt(start)) && arabicPrefix(text, start)
}

/** Whether a word whose last unit is `last` can end before `next`, the first counted unit after it; -1 is the end of the text. */
export function endsWord(last: number, next: number): boolean {
  if (next < 0) return true
  const category = categoryOf(last)
  if (category === OTHER) return true
  if (isMark(next)) return false
  return category !== WORD || categoryOf(next) !== WORD
}

/** The first counted code unit from `index` on, or -1 at the end of the text. */
export function unitAfter(text: string, index: number): number {
  for (let i = index; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    if (foldUnit(unit) !== IGNORED) return unit
  }
  return -1
}

/** Looking back ends here, so that a scan need only keep the end of the text. */
const FARTHEST_BACK = 64

function unitBefore(text: string, index: number): number {
  for (let i = index - 1; i >= Math.max(0, index - FARTHEST_BACK); i--) {
    const unit = text.charCodeAt(i)
    if (foldUnit(unit) !== IGNORED) return unit
  }
  return -1
}

function arabicPrefix(text: string, start: number): boolean {
  let prefix = ''
  for (let i = start - 1; i >= Math.max(0, start - FARTHEST_BACK); i--) {
    const unit = foldUnit(text.charCodeAt(i))
    if (unit === IGNORED) continue
    if (categoryOf(unit) !== WORD) break
    prefix = String.fromCharCode(unit) + prefix
    if (prefix.length > LONGEST_PREFIX) return false
  }
  return ARABIC_PREFIX.test(prefix)
}

const ASCII = Uint8Array.from({ length: 0x80 }, (_, unit) => (/\w/.test(String.fromCharCode(unit)) ? WORD : OTHER))

function lookUp(char: string): Category {
  if (!LETTER.test(char)) return OTHER
  if (SCRIPT_WITHOUT_SPACES.test(char)) return UNSPACED
  return HANGUL_SCRIPT.test(char) ? HANGUL : WORD
}
