import type { Turn } from '../core/model'

/** Milliseconds. A page that regenerates an answer takes the old one away first; only one that stays away was withdrawn. */
export const GRACE = 3000

/** Turns without the withdrawals that are too young to be believed, and when (ms from now) to look again; null: no need. */
export function settled(turns: readonly Turn[], now: number): { turns: readonly Turn[]; again: number | null } {
  const young = turns.filter((turn) => ageOf(turn, now) < GRACE)
  if (young.length === 0) return { turns, again: null }
  const again = GRACE - Math.max(...young.map((turn) => ageOf(turn, now)))
  return { turns: turns.map((turn) => (young.includes(turn) ? standing(turn) : turn)), again }
}

function ageOf({ withdrawn }: Turn, now: number): number {
  return withdrawn === undefined ? Infinity : now - Date.parse(withdrawn)
}

function standing({ withdrawn: _, ...turn }: Turn): Turn {
  return turn
}
