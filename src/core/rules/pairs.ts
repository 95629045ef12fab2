import type { Span } from '../model'
import type { Use } from './compile'

/** The phrases of proximity rules seen so far, by rule index, each side in order of its ends. */
export type Pairs = Map<number, { first: Span[]; second: Span[] }>

/** No more are remembered on each side: the nearest one is among the last few. */
const MOST_REMEMBERED = 32

/**
 * Pairs a phrase with the nearest one of the other side that ends before it begins, if near enough, and returns where that
 * one begins, else -1. Looking back only keeps the answer independent of what follows. `remember`: whether later
 * phrases may pair with this one.
 */
export function pairWith(pairs: Pairs, { rule, role }: Use, span: Span, remember: boolean): number {
  const sides = pairs.get(rule.index) ?? { first: [], second: [] }
  const side = role === 'first' ? 'first' : 'second'
  const { within, ordered } = rule.near!
  const other = ordered && side === 'first' ? undefined : sides[side === 'first' ? 'second' : 'first'].findLast(({ end }) => end <= span.start)
  if (remember) {
    pairs.set(rule.index, sides)
    sides[side].push(span)
    if (sides[side].length > MOST_REMEMBERED) sides[side].shift()
  }
  return other && span.start - other.end <= within ? other.start : -1
}
