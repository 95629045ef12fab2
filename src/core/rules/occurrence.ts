import { endsWord, startsWord } from '../text/boundary'
import { foldLine } from '../text/line'
import { IGNORED_SYMBOL, SPACE_SYMBOL } from './alphabet'
import type { Use } from './compile'

/** White space and invisible characters inside a phrase may stretch it to this many code units. */
const LONGEST_SPAN = 512

/** Where a phrase of `length` symbols begins whose last is at `last`; -1 when it is stretched too far. `codes` knows every unit of it. */
export function beginningOf(text: string, codes: Uint16Array, last: number, length: number): number {
  let left = length
  let inSpace = false
  const first = Math.max(0, last - LONGEST_SPAN + 1)
  for (let i = last; i >= first; i--) {
    const code = codes[text.charCodeAt(i)]!
    if (code === IGNORED_SYMBOL || (code === SPACE_SYMBOL && inSpace)) continue
    inSpace = code === SPACE_SYMBOL
    if (--left === 0) return i
  }
  return -1
}

/** Whether a phrase found from `start` to `last`, before the counted unit `next`, has the edges and the writing its rule asks for. */
export function fits(text: string, use: Use, start: number, last: number, next: number): boolean {
  if (use.checkLeft && !startsWord(text, start)) return false
  if (use.boundary === 'word' && !endsWord(text.charCodeAt(last), next)) return false
  return use.match === 'folded' || sameWriting(use, text.slice(start, last + 1))
}

function sameWriting({ match, written }: Use, text: string): boolean {
  return match === 'exact' ? text === written : plain(text) === plain(written)
}

function plain(text: string): string {
  return foldLine(text).text.replace(/\*/g, '').replace(/\s+/g, ' ')
}
