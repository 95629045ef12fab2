import { agree, outgrown, type Entry } from './entry'

export interface Pair {
  before?: Entry
  after?: Entry
}

/**
 * Which messages of two captures are the same turn, in page order: those with one id, and between those,
 * in order, those a site has given another id meanwhile (same role, agreeing text). What only the earlier
 * has stands before what only the later has.
 */
export function alignMessages(before: readonly Entry[], after: readonly Entry[]): Pair[] {
  const positions = new Map(after.map((entry, i) => [entry.message.id, i]))
  const known = new Set(before.map((entry) => entry.message.id))
  const pairs: Pair[] = []
  let gap: Entry[] = []
  let reached = 0
  for (const entry of before) {
    const at = positions.get(entry.message.id)
    if (at === undefined) gap.push(entry)
    // Out of order: the later page's order stands, and the pair is made when it is reached.
    else if (at >= reached) {
      pairs.push(...alignGap(gap, after.slice(reached, at), known), { before: entry, after: after[at]! })
      gap = []
      reached = at + 1
    }
  }
  pairs.push(...alignGap(gap, after.slice(reached), known))
  return rejoin(pairs, before)
}

/** No ids in common here, so text and order decide. */
function alignGap(before: readonly Entry[], after: readonly Entry[], known: ReadonlySet<string>): Pair[] {
  const pairs: Pair[] = []
  let reached = 0
  for (const entry of before) {
    const at = after.findIndex((other, i) => i >= reached && !known.has(other.message.id) && isSameTurn(entry, other))
    if (at < 0) pairs.push({ before: entry })
    else {
      pairs.push(...after.slice(reached, at).map((other) => ({ after: other })), { before: entry, after: after[at]! })
      reached = at + 1
    }
  }
  return [...pairs, ...after.slice(reached).map((other) => ({ after: other }))]
}

function isSameTurn(before: Entry, after: Entry): boolean {
  const [was, is] = [before.message, after.message]
  if (was.content === is.content && was.role === is.role) return agree(was, is)
  return Boolean(was.partial) && was.content !== '' && (agree(was, is) || outgrown(before, after))
}

/** Turns both have but in another order: the earlier's text joins the later's place. */
function rejoin(pairs: Pair[], before: readonly Entry[]): Pair[] {
  const paired = new Set(pairs.flatMap((pair) => (pair.before ? [pair.before] : [])))
  const left = new Map(before.filter((entry) => !paired.has(entry)).map((entry) => [entry.message.id, entry]))
  return pairs.map((pair) => (pair.after && !pair.before ? { before: left.get(pair.after.message.id), after: pair.after } : pair))
}
