/**
 * Folding: which code units count as the same when phrases are looked for. One code unit always folds to one
 * symbol, to white space, or to nothing, so that positions in the original text are never lost.
 */

/** What any white space folds to; a run of it counts once. */
export const SPACE = 0x20
/** What a code unit that does not count folds to. */
export const IGNORED = 0

/** Pairs written as `target` then every code unit folded to it. */
const SAME: readonly (readonly [target: string, units: string])[] = [
  ['\'', '\u2018\u2019\u201a\u201b\u2032\u02bc\u0060\u00b4\u055a\uff07'],
  ['"', '\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb\uff02'],
  ['-', '\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d'],
  ['\u0627', '\u0622\u0623\u0625\u0671'],
  ['\u0435', '\u0451\u0401'],
  ['\u03c3', '\u03c2'],
  ['s', '\u017f'],
  ['i', '\u0130'],
]

/** Invisible characters, and Arabic vowel signs and stretching, which writers add or leave out at will. */
const NOT_COUNTED: readonly (readonly [first: number, last: number])[] = [
  [0x00, 0x00], [0xad, 0xad], [0x61c, 0x61c], [0x640, 0x640], [0x64b, 0x652], [0x670, 0x670], [0x180e, 0x180e],
  [0x200b, 0x200f], [0x202a, 0x202e], [0x2060, 0x206f], [0xfe00, 0xfe0f], [0xfeff, 0xfeff],
]

const ASTERISK = 0x2a
const WHITE_SPACE = /\s/
const special = specialUnits()

/**
 * Folds one UTF-16 code unit for phrase matching: case, full width, quotes, dashes, white space, invisible characters
 * and Markdown's asterisks. Returns a code unit, `SPACE` or `IGNORED`.
 */
export function foldUnit(unit: number): number {
  if (unit < 0x80) return foldAscii(unit)
  const known = special.get(unit)
  if (known !== undefined) return known
  if (unit >= 0xff01 && unit <= 0xff5e) return foldAscii(unit - 0xfee0)
  const char = String.fromCharCode(unit)
  if (WHITE_SPACE.test(char)) return SPACE
  return foldCase(char)
}

/** What a phrase looks like to the matcher: folded, white space collapsed and trimmed, ignored characters gone. */
export function foldPhrase(phrase: string): string {
  let folded = ''
  for (let i = 0; i < phrase.length; i++) {
    const unit = foldUnit(phrase.charCodeAt(i))
    if (unit === IGNORED || (unit === SPACE && (folded === '' || folded.endsWith(' ')))) continue
    folded += String.fromCharCode(unit)
  }
  return folded.trimEnd()
}

/** By way of upper case, as regular expressions ignoring case compare, so that their required texts fold alike. */
function foldCase(char: string): number {
  const upper = char.toUpperCase()
  const lower = (upper.length === 1 ? upper : char).toLowerCase()
  return (lower.length === 1 ? lower : char).charCodeAt(0)
}

function foldAscii(unit: number): number {
  if (unit >= 0x41 && unit <= 0x5a) return unit + 32
  if (unit === 0x60) return 0x27
  if (unit === ASTERISK) return IGNORED
  return unit === 0x20 || (unit >= 9 && unit <= 13) ? SPACE : unit
}

function specialUnits(): Map<number, number> {
  const map = new Map<number, number>()
  for (const [target, units] of SAME) {
    for (const unit of units) map.set(unit.charCodeAt(0), target.charCodeAt(0))
  }
  for (const [first, last] of NOT_COUNTED) {
    for (let unit = first; unit <= last; unit++) map.set(unit, IGNORED)
  }
  return map
}
