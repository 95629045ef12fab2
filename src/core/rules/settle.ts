import { unitAfter } from '../text/boundary'
import { IGNORED, foldUnit } from '../text/fold'
import type { Part } from '../model'
import type { Hits } from './automaton'
import type { Machine, RuleSet, Use } from './compile'
import { closeLines, newLines, openLine, openSightings, type Lines } from './lines'
import { occurrenceOf, type Occurrence } from './occurrence'
import { newPairs, pairWith, type Pairs } from './pairs'
import { place, placeLongest, type Latest, type Sighting } from './order'

/** A scan in progress: matches of the automata that wait to be made into findings, and the text needed for that. */
export interface Settling {
  rules: RuleSet
  where: Part
  /** By machine. */
  hits: Hits[]
  /** The end of the text, from `tailStart` on. */
  tail: string
  tailStart: number
  length: number
  settledTo: number
  /** What no further text can change, in order. */
  sightings: Sighting[]
  latest: Latest
  pairs: Pairs
  lines: Lines
}

/** How far back a finding can reach from where the automata are: a pair of phrases and what is between. */
const REACH = 4096

export function newSettling(rules: RuleSet, where: Part): Settling {
  return {
    rules, where, hits: rules.machines.map(() => ({ at: [], state: [] })), tail: '', tailStart: 0, length: 0, settledTo: 0,
    sightings: [], latest: new Map(), pairs: newPairs(), lines: newLines(),
  }
}

/** Makes findings of all waiting matches and returns everything sighted in the text so far, in order. */
export function settle(scan: Settling): Sighting[] {
  const open: Occurrence[] = []
  for (const { at, state, machine } of takeHits(scan)) {
    const firm = unitAfter(scan.tail, at + 1 - scan.tailStart) >= 0
    for (const occurrence of occurrencesAt(scan, machine, at, state)) {
      if (firm) settleOccurrence(scan, occurrence)
      else open.push(occurrence)
    }
    if (!firm) putBack(scan, machine, at, state)
  }
  closeLines(scan)
  scan.settledTo = scan.length
  const sightings = withOpen(scan, open)
  trim(scan)
  return sightings
}

interface Hit {
  at: number
  state: number
  machine: number
}

function takeHits(scan: Settling): Hit[] {
  const taken = scan.hits.flatMap((hits, machine) => hits.at.map((at, i) => ({ at, state: hits.state[i]!, machine })))
  for (const hits of scan.hits) hits.at.length = hits.state.length = 0
  return scan.hits.length > 1 ? taken.sort((a, b) => a.at - b.at) : taken
}

/** A match at the very end is looked at again when more text shows whether its last word ends there. */
function putBack(scan: Settling, machine: number, at: number, state: number): void {
  scan.hits[machine]!.at.push(at)
  scan.hits[machine]!.state.push(state)
}

function occurrencesAt(scan: Settling, machineIndex: number, at: number, state: number): Occurrence[] {
  const local = at - scan.tailStart
  // An ignored character leaves the automaton where it was, so a match would be seen again on it.
  if (foldUnit(scan.tail.charCodeAt(local)) === IGNORED) return []
  const machine = scan.rules.machines[machineIndex]!
  const found: Occurrence[] = []
  for (const phrase of phrasesEnding(machine, state)) {
    for (const use of machine.uses[phrase]!) {
      if (use.rule.where && use.rule.where !== scan.where) continue
      const occurrence = occurrenceOf(scan, use, local, machine.lengths[phrase]!)
      if (occurrence) found.push(occurrence)
    }
  }
  return found
}

function phrasesEnding({ automaton }: Machine, state: number): number[] {
  const phrases: number[] = []
  for (let at = state; at >= 0; at = automaton.shorter[at - automaton.firstAccepting]!) {
    const phrase = automaton.ends[at - automaton.firstAccepting]!
    if (phrase >= 0) phrases.push(phrase)
  }
  return phrases
}

function settleOccurrence(scan: Settling, { use, start, end }: Occurrence): void {
  if (use.role === 'gate') return openLine(scan, use.rule, end)
  for (const span of use.role === 'phrase' ? [{ start, end }] : pairWith(scan.pairs, use, { start, end }, true)) {
    placeLongest(scan.sightings, scan.latest, sight(scan, use, span.start, span.end))
  }
}

/** Adds what would be found if the text ended here. */
function withOpen(scan: Settling, open: Occurrence[]): Sighting[] {
  for (const { use, end } of open) if (use.role === 'gate') openLine(scan, use.rule, end)
  const lineSightings = openSightings(scan)
  if (!open.length && !lineSightings.length) return scan.sightings
  const list = scan.sightings.slice()
  const latest = new Map(scan.latest)
  for (const { use, start, end } of open) {
    if (use.role === 'gate') continue
    for (const span of use.role === 'phrase' ? [{ start, end }] : pairWith(scan.pairs, use, { start, end }, false)) {
      placeLongest(list, latest, sight(scan, use, span.start, span.end))
    }
  }
  for (const sighting of lineSightings) place(list, sighting)
  return list
}

function sight(scan: Settling, { rule }: Use, start: number, end: number): Sighting {
  const quote = scan.tail.slice(start - scan.tailStart, end - scan.tailStart)
  const { id, family, pointsTo } = rule
  return { rule, finding: { rule: id, family, where: scan.where, start, end, quote, pointsTo }, before: undefined }
}

function trim(scan: Settling): void {
  const firstHit = Math.min(scan.length, ...scan.hits.map(hits => hits.at[0] ?? scan.length))
  const keepFrom = Math.min(firstHit - REACH, scan.lines.start)
  if (keepFrom - scan.tailStart < REACH) return
  scan.tail = scan.tail.slice(keepFrom - scan.tailStart)
  scan.tailStart = keepFrom
}
