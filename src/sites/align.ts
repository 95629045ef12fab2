import type { Turn } from '../core/model'

/** Places in the memory and in the reading that are one turn; one of them is absent for a turn only one has. */
export interface Pairing {
  before?: number
  now?: number
}

type Aligned = Pick<Turn, 'id' | 'role' | 'answer'>
type Places = (number | undefined)[]

const PREFIX = 120
/** A text repeated more often than this says little about where it stands. */
const MOST_PLACES = 20

/** Two texts can be states of one turn: one begins the other. */
function agree(before: Aligned, now: Aligned): boolean {
  if (before.role !== now.role) return false
  if (before.answer === now.answer) return now.answer !== ''
  const length = Math.min(before.answer.length, now.answer.length)
  return length > 0 && before.answer.slice(0, length) === now.answer.slice(0, length)
}

/** The common case, without an index: the same turns as before, perhaps some more at the end. */
function unmoved(before: readonly Aligned[], now: readonly Aligned[]): Places | null {
  if (before.length > now.length) return null
  return before.every((turn, i) => turn.id === now[i]!.id && (turn.answer === now[i]!.answer || agree(turn, now[i]!))) ? now.map((_, i) => (i < before.length ? i : undefined)) : null
}

function placesBy(before: readonly Aligned[], key: (turn: Aligned) => string): Map<string, number[]> {
  const places = new Map<string, number[]>()
  before.forEach((turn, i) => {
    const known = places.get(key(turn))
    if (known) known.push(i)
    else places.set(key(turn), [i])
  })
  return places
}

const idOf = (turn: Aligned) => turn.id
const textOf = (turn: Aligned) => `${turn.role} ${turn.answer.slice(0, PREFIX)}`

/**
 * How far the reading stands along the memory: what is mounted of a conversation is one stretch of it, so ids and
 * texts vote on where it begins. A single id or text can mislead (the same question asked twice), most cannot; an
 * id whose text is quite another has no vote.
 */
function moved(before: readonly Aligned[], now: readonly Aligned[]): number | null {
  const votes = new Map<number, number>()
  for (const key of [idOf, textOf]) {
    const places = placesBy(before, key)
    now.forEach((turn, i) => {
      if (turn.answer === '') return
      for (const place of (places.get(key(turn)) ?? []).slice(-MOST_PLACES)) {
        if (before[place]!.answer === '' || agree(before[place]!, turn)) votes.set(place - i, (votes.get(place - i) ?? 0) + 1)
      }
    })
  }
  const best = [...votes].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]
  return best ? best[0] : null
}

function byStretch(before: readonly Aligned[], now: readonly Aligned[]): Places {
  const shift = moved(before, now)
  return now.map((turn, i) => {
    const was = shift === null ? undefined : before[i + shift]
    const same = was !== undefined && was.role === turn.role && (was.id === turn.id || agree(was, turn))
    return same ? i + shift! : undefined
  })
}

/** For each turn, the first place that a later turn already has: nothing may be placed at or after it. */
function limits(places: Places, end: number): number[] {
  const limit: number[] = new Array(places.length)
  let next = end
  for (let i = places.length - 1; i >= 0; i -= 1) {
    limit[i] = next
    next = places[i] ?? next
  }
  return limit
}

/** Turns not placed yet, each between its placed neighbours: by id, else by text. */
function fillGaps(before: readonly Aligned[], now: readonly Aligned[], places: Places): Places {
  const limit = limits(places, before.length)
  const ids = new Map(before.map((turn, i) => [turn.id, i]))
  let reached = -1
  return now.map((turn, i) => {
    const from = reached + 1
    const fits = (place: number | undefined): place is number => place !== undefined && place >= from && place < limit[i]!
    const named = ids.get(turn.id)
    let place = places[i]
    if (place === undefined && fits(named) && before[named]!.role === turn.role) place = named
    for (let other = from; place === undefined && other < limit[i]!; other += 1) if (agree(before[other]!, turn)) place = other
    reached = place ?? reached
    return place
  })
}

function ordinal(turn: Aligned | undefined): number | null {
  const digits = /(?:^|[^0-9])(\d{1,6})$/.exec(turn?.id.replace(/:(?:user|assistant)$/, '') ?? '')
  return digits ? Number(digits[1]) : null
}

/** Where a stretch goes that has nothing in common with the memory: by its ordinals where ids have them, else last. */
function landing(before: readonly Aligned[], now: readonly Aligned[]): number {
  const first = ordinal(now[0])
  if (first === null) return before.length
  const after = before.findIndex((turn) => (ordinal(turn) ?? -1) > first)
  return after < 0 ? before.length : after
}

function interleave(count: number, places: Places, landing: () => number): Pairing[] {
  const pairs: Pairing[] = []
  let next = 0
  const upTo = (place: number) => {
    for (; next < place; next += 1) pairs.push({ before: next })
  }
  if (places.every((place) => place === undefined)) upTo(landing())
  places.forEach((place, now) => {
    if (place === undefined) pairs.push({ now })
    else {
      upTo(place)
      pairs.push({ before: place, now })
      next = place + 1
    }
  })
  upTo(count)
  return pairs
}

/**
 * A turn nobody knows, right after one that is known, stands where the remembered next turn of its role stood, when that
 * one is not on the page: pages unmount from the ends, so it was replaced there (regenerated, edited, taken back).
 */
function fillSlots(before: readonly Aligned[], now: readonly Aligned[], places: Places): Places {
  const taken = new Set(places)
  let last: number | undefined
  return now.map((turn, i) => {
    const next = last === undefined || taken.has(last + 1) ? undefined : last + 1
    last = places[i] ?? (next !== undefined && before[next]?.role === turn.role ? next : undefined)
    return last
  })
}

/**
 * Which turns of a reading are which remembered ones, both in page order, in an order that holds both. Where ids
 * are new (a temporary id became final) or mean another turn now (ids made from texts, after the turns above
 * unmounted), texts and order decide.
 */
export function alignTurns(before: readonly Aligned[], now: readonly Aligned[]): Pairing[] {
  const places = unmoved(before, now) ?? fillSlots(before, now, fillGaps(before, now, byStretch(before, now)))
  return interleave(before.length, places, () => landing(before, now))
}
