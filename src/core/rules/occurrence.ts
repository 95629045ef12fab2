import { endsWord, startsWord } from '../text/boundary'
import { IGNORED, SPACE, foldUnit } from '../text/fold'
import { foldLine } from '../text/line'
import type { Use } from './compile'

/** A phrase in the text, where it is written, ready to be used. */
export interface Occurrence {
  use: Use
  start: number
  end: number
}

/** White space and invisible characters inside a phrase may stretch it to this many code units. */
const LONGEST_SPAN = 1024

/** The occurrence of a phrase of `length` symbols whose last is at `last` of the tail; null when its edges or writing differ. */
export function occurrenceOf(scan: { tail: string; tailStart: number }, use: Use, last: number, length: number): Occurrence | null {
  const start = beginning(scan.tail, last, length)
  if (start < 0) return null
  const end = last + 1
  if (use.boundary !== 'none' && !startsWord(scan.tail, start)) return null
  if (use.boundary === 'word' && !endsWord(scan.tail, last, end)) return null
  if (use.match !== 'folded' && !sameWriting(use, scan.tail.slice(start, end))) return null
  return { use, start: start + scan.tailStart, end: end + scan.tailStart }
}

/** Goes back over `length` counted symbols. */
function beginning(text: string, last: number, length: number): number {
  let left = length
  let inSpace = false
  const first = Math.max(0, last - LONGEST_SPAN + 1)
  for (let i = last; i >= first; i--) {
    const unit = foldUnit(text.charCodeAt(i))
    if (unit === IGNORED || (unit === SPACE && inSpace)) continue
    inSpace = unit === SPACE
    if (--left === 0) return i
  }
  return -1
}

function sameWriting({ match, written }: Use, text: string): boolean {
  return match === 'exact' ? text === written : plain(text) === plain(written)
}

function plain(text: string): string {
  return foldLine(text).text.replace(/\*/g, '').replace(/\s+/g, ' ')
}
