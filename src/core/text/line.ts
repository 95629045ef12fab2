import { IGNORED, SPACE, foldUnit } from './fold'

/** A line with its typography folded but not its case, and the way back to it. */
export interface FoldedLine {
  text: string
  /** By position in `text`: the position in the line as it was written; null when they are the same. */
  offsets: Int32Array | null
}

const NEEDS_FOLDING = /[^\x20-\x5f\x61-\x7e]/
const ASTERISK = 0x2a

/**
 * Folds quotes, dashes, spaces and full width, and takes out invisible characters. Case stays, and so do runs of spaces
 * and asterisks, which an expression may ask for.
 */
export function foldLine(line: string): FoldedLine {
  if (!NEEDS_FOLDING.test(line)) return { text: line, offsets: null }
  const offsets = new Int32Array(line.length)
  let text = ''
  for (let i = 0; i < line.length; i++) {
    const unit = line.charCodeAt(i)
    const folded = unit === ASTERISK ? ASTERISK : foldUnit(unit)
    if (folded === IGNORED) continue
    offsets[text.length] = i
    text += String.fromCharCode(keepCase(unit, folded))
  }
  return { text, offsets: text.length === line.length ? null : offsets }
}

function keepCase(unit: number, folded: number): number {
  if (folded < 0x80 && folded !== SPACE && unit >= 0xff21 && unit <= 0xff3a) return unit - 0xfee0
  const char = String.fromCharCode(unit)
  return char.toLowerCase() === String.fromCharCode(folded) ? unit : folded
}
