import { endsWord, unitAfter } from '../text/boundary'
import type { Part, Span } from '../model'
import { IGNORED_SYMBOL } from './alphabet'
import { BOUNDARY } from './automaton'
import type { CompiledRule, Machine, RuleSet, Use } from './compile'
import { closeLines, newLines, nothingToTry, openLine, openSightings, type Lines } from './lines'
import { beginningOf, fits } from './occurrence'
import { pairWith, type Pairs } from './pairs'
import { place, placeLongest, type Latest, type Sighting } from './order'
import { newHits, type Hits } from './run'

/** A scan in progress: matches of the automata that wait to be made into findings, and the text needed for that. */
export interface Settling {
  rules: RuleSet
  where: Part
  /** By machine: the state it is in, and what it found. */
  states: number[]
  hits: Hits[]
  /** The end of the text, from `tailStart` on. */
  tail: string
  tailStart: number
  length: number
  /** What no further text can change, in order. */
  sightings: Sighting[]
  latest: Latest
  pairs: Pairs
  lines: Lines
}

/** How far back a finding can reach from where the automata are: two phrases stretched to their longest, and what is between. */
const REACH = 2304
/** Text is let go of in stretches of this length. */
const SLACK = 1024

export function newSettling(rules: RuleSet, where: Part): Settling {
  return {
    rules, where, states: rules.machines.map(() => BOUNDARY), hits: rules.machines.map(newHits), tail: '', tailStart: 0, length: 0,
    sightings: [], latest: new Map(), pairs: new Map(), lines: newLines(),
  }
}

/** A phrase found where no later character shows yet whether its last word ends there. */
interface OpenUse extends Span {
  use: Use
}

/** Makes findings of all waiting matches and returns everything sighted in the text so far, in order. */
export function settle(scan: Settling): Sighting[] {
  const open: OpenUse[] = []
  if (scan.hits.length === 1) settleMachine(scan, open)
  else settleInOrder(scan, open)
  if (!nothingToTry(scan)) closeLines(scan, scan.length)
  const sightings = withOpen(scan, open)
  if (scan.length - scan.tailStart > REACH + SLACK) trim(scan)
  return sightings
}

function settleMachine(scan: Settling, open: OpenUse[]): void {
  const { at, state } = scan.hits[0]!
  let kept = 0
  for (let i = 0; i < at.length; i++) {
    if (!settleHit(scan, open, scan.rules.machines[0]!, at[i]!, state[i]!)) {
      at[kept] = at[i]!
      state[kept++] = state[i]!
    }
  }
  if (kept < at.length) at.length = state.length = kept
}

/** With more than one automaton the matches of all are brought into the order of their ends. */
function settleInOrder(scan: Settling, open: OpenUse[]): void {
  const all = scan.hits.flatMap(({ at, state }, machine) => at.map((end, i) => ({ at: end, state: state[i]!, machine })))
  for (const hits of scan.hits) hits.at.length = hits.state.length = 0
  for (const { at, state, machine } of all.sort((a, b) => a.at - b.at)) {
    if (settleHit(scan, open, scan.rules.machines[machine]!, at, state)) continue
    scan.hits[machine]!.at.push(at)
    scan.hits[machine]!.state.push(state)
  }
}

/** Uses what ends at a match; false when it is at the very end and has to be looked at again. */
function settleHit(scan: Settling, open: OpenUse[], machine: Machine, at: number, state: number): boolean {
  const last = at - scan.tailStart
  // An ignored character leaves the automaton where it was, so a match would be seen again on it.
  if (machine.automaton.alphabet.codes[scan.tail.charCodeAt(last)] === IGNORED_SYMBOL) return true
  const next = unitAfter(scan.tail, last + 1)
  const { ends, shorter, firstAccepting } = machine.automaton
  for (let ending = state; ending >= 0; ending = shorter[ending - firstAccepting]!) {
    const phrase = ends[ending - firstAccepting]!
    if (phrase < 0) continue
    const plain = next < 0 ? null : machine.plain[phrase]!
    if (plain) settlePlain(scan, machine, plain, phrase, last, next)
    else settlePhrase(scan, open, machine, phrase, last, next)
  }
  return next >= 0
}

function settlePlain(scan: Settling, machine: Machine, rule: CompiledRule, phrase: number, last: number, next: number): void {
  if (!endsWord(scan.tail.charCodeAt(last), next)) return
  const start = beginningOf(scan.tail, machine.automaton.alphabet.codes, last, machine.lengths[phrase]!)
  if (start >= 0) place(scan.sightings, sight(scan, rule, start + scan.tailStart, last + 1 + scan.tailStart))
}

function settlePhrase(scan: Settling, open: OpenUse[], machine: Machine, phrase: number, last: number, next: number): void {
  const end = last + 1 + scan.tailStart
  let start = -1
  for (const use of machine.uses[phrase]!) {
    if (use.rule.where && use.rule.where !== scan.where) continue
    if (use.role === 'gate' && use.boundary === 'none') {
      openLine(scan, use.rule, end)
      continue
    }
    if (start < 0) start = beginningOf(scan.tail, machine.automaton.alphabet.codes, last, machine.lengths[phrase]!)
    if (start < 0) return
    if (!fits(scan.tail, use, start, last, next)) continue
    if (use.role === 'gate') openLine(scan, use.rule, end)
    else if (next < 0) open.push({ use, start: start + scan.tailStart, end })
    else sightUse(scan, scan.sightings, scan.latest, use, start + scan.tailStart, end, true)
  }
}

function sightUse(scan: Settling, list: Sighting[], latest: Latest, use: Use, start: number, end: number, firm: boolean): void {
  if (use.role === 'phrase') {
    placeLongest(list, latest, sight(scan, use.rule, start, end))
    return
  }
  const from = pairWith(scan.pairs, use, { start, end }, firm)
  if (from >= 0) placeLongest(list, latest, sight(scan, use.rule, from, end))
}

function sight(scan: Settling, rule: CompiledRule, start: number, end: number): Sighting {
  const quote = scan.tail.slice(start - scan.tailStart, end - scan.tailStart)
  const { id, family, pointsTo } = rule
  return { rule, finding: { rule: id, family, where: scan.where, start, end, quote, pointsTo }, before: undefined }
}

/** Adds what would be found if the text ended here. */
function withOpen(scan: Settling, open: OpenUse[]): Sighting[] {
  const inLine = openSightings(scan)
  if (!open.length && !inLine.length) return scan.sightings
  const list = scan.sightings.slice()
  const latest = new Map(scan.latest)
  for (const { use, start, end } of open) sightUse(scan, list, latest, use, start, end, false)
  for (const sighting of inLine) place(list, sighting)
  return list
}

/** Lets go of text no finding can reach back to any more. */
function trim(scan: Settling): void {
  closeLines(scan, scan.length)
  let keepFrom = Math.min(scan.length - REACH, scan.lines.start)
  for (const { at } of scan.hits) if (at.length) keepFrom = Math.min(keepFrom, at[0]! - REACH)
  if (keepFrom <= scan.tailStart) return
  scan.tail = scan.tail.slice(keepFrom - scan.tailStart)
  scan.tailStart = keepFrom
}
