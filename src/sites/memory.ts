import type { Turn } from '../core/model'
import type { ReadTurn, Reading } from './site'
import { alignTurns } from './align'

/** A turn that was seen, whether or not it is still on the page. */
export interface Remembered extends Turn {
  at: string
  /** An earlier text of that turn, which the page no longer shows: edited or regenerated. Stands right before it. */
  versionOf?: string
  /** ISO 8601 UTC: when this version was last seen to be current. */
  replaced?: string
}

/** What one page has shown so far: every turn once, in page order, versions and withdrawn answers included. */
export interface Memory {
  turns: readonly Remembered[]
  /** Ids by which the turns on the page now are remembered, by the id they were read under. */
  ids: ReadonlyMap<string, string>
  /** The last turn whose text changed, and when (ISO 8601 UTC). */
  changed: { id: string; at: string } | null
}

export function emptyMemory(): Memory {
  return { turns: [], ids: new Map(), changed: null }
}

type Seen = Omit<ReadTurn, 'element' | 'pieces'>

function plain({ element: _, pieces: __, ...turn }: ReadTurn): Seen {
  return turn
}

const SHORT = 40
/** A text this short that replaces a longer one without being streamed is a notice, not an answer. */
const NOTICE = 400

function sharedPrefix(a: string, b: string): number {
  const end = Math.min(a.length, b.length)
  let i = 0
  while (i < end && a.charCodeAt(i) === b.charCodeAt(i)) i += 1
  return i
}

/**
 * Whether a text is a later state of another: it grew, or was typeset differently as it did. A short beginning
 * that an answer drops while streaming ("Searching…") was never its text.
 */
export function grewFrom(later: string, earlier: string, streamed: boolean): boolean {
  if (earlier === '' || later === '' || later === earlier) return true
  if (streamed && earlier.length < SHORT && later.length >= earlier.length) return true
  const shared = sharedPrefix(later, earlier)
  if (shared * 2 >= earlier.length) return true
  const middle = earlier.slice(Math.floor(earlier.length / 2)).slice(0, SHORT)
  return earlier.length > SHORT && later.length * 2 >= earlier.length && later.includes(middle)
}

function isCurrent(turn: Remembered): boolean {
  return turn.versionOf === undefined
}

/** A collapsed trace leaves the page and an unmounted body is emptied: neither takes back what was said. */
function updated(before: Remembered, now: Seen): Remembered {
  const keepsTrace = before.trace !== null && (now.trace === null || before.trace.startsWith(now.trace))
  const keepsAnswer = now.answer === '' && before.answer !== ''
  const marks = [
    ...(keepsAnswer ? before : now).marks.filter((mark) => mark.where === 'answer'),
    ...(keepsTrace ? before : now).marks.filter((mark) => mark.where === 'trace'),
  ]
  const { withdrawn: _, ...rest } = before
  return {
    ...rest, ...now, at: before.at, marks,
    answer: keepsAnswer ? before.answer : now.answer,
    trace: keepsTrace ? before.trace : now.trace,
    ...(before.traceSummarised && keepsTrace ? { traceSummarised: true } : {}),
  }
}

function isSame(before: Remembered, now: Seen): boolean {
  return before.answer === now.answer && before.trace === now.trace && before.id === now.id
    && before.streaming === now.streaming && before.withdrawn === undefined && before.marks.length === now.marks.length
}

function versionId(turn: Remembered, versions: readonly Remembered[]): string {
  return `${turn.id}@${versions.length + 1}`
}

/**
 * The earlier text of a turn whose text is another now: withdrawn when a bare notice took its place, under the same id or
 * after it was gone; else a version.
 */
function superseded(before: Remembered, now: Seen, versions: readonly Remembered[], at: string): Remembered {
  const bare = now.role === 'assistant' && !now.streaming && now.answer.length < NOTICE && before.answer.length > 0
  const notice = bare && (now.id === before.id || before.withdrawn !== undefined)
  const { withdrawn, ...shown } = before
  const version = { ...shown, id: versionId(before, versions), streaming: false, versionOf: now.id, replaced: at }
  return notice ? { ...version, withdrawn: withdrawn ?? at } : version
}

/** A notice that goes on growing was an answer after all: what it replaced was regenerated, not withdrawn. */
function reconsidered(version: Remembered, before: Remembered, now: Seen): Remembered {
  const { withdrawn: _, ...kept } = version
  return { ...(now.answer.length > before.answer.length ? kept : version), versionOf: now.id }
}

interface Group {
  versions: Remembered[]
  turn: Remembered
}

function groupsOf(turns: readonly Remembered[]): Group[] {
  const groups: Group[] = []
  let versions: Remembered[] = []
  for (const turn of turns) {
    if (!isCurrent(turn)) versions.push(turn)
    else {
      groups.push({ versions, turn })
      versions = []
    }
  }
  return groups
}

function renamed(seen: Seen, taken: ReadonlySet<string>): Seen {
  let id = seen.id
  for (let n = 2; taken.has(id); n += 1) id = `${seen.id}~${n}`
  return id === seen.id ? seen : { ...seen, id }
}

/** The id is none of the site's, but made from texts around the turn: as other turns mount, it becomes another turn's. */
function isMadeUp({ id, role }: Pick<Turn, 'id' | 'role'>): boolean {
  return id.startsWith(`${role}:`)
}

function merged(group: Group, seen: Seen, at: string): Group {
  const { turn: before } = group
  if (isSame(before, seen)) return group
  const grew = grewFrom(seen.answer, before.answer, before.streaming)
  const newest = group.versions.length - 1
  const versions = group.versions.map((version, i) => (grew && i === newest ? reconsidered(version, before, seen) : { ...version, versionOf: seen.id }))
  if (grew) return { versions, turn: updated(before, seen) }
  return { versions: [...versions, superseded(before, seen, versions, at)], turn: { ...seen, at } }
}

/** Moderation takes an answer back while it is written or soon after. */
const SOON = 15_000

/**
 * The last answer, still new, left the page alone while its question stayed: it was taken back. A list that unmounts
 * what is scrolled away does not do that to what was just written at its end.
 */
function withdrawnTail(memory: Memory, groups: Group[], onPage: ReadonlySet<Group>, at: string): void {
  const last = groups.at(-1)
  const question = groups.at(-2)
  if (!last || !question || onPage.has(last) || !onPage.has(question)) return
  if (last.turn.role !== 'assistant' || question.turn.role !== 'user' || last.turn.answer === '' || last.turn.withdrawn) return
  const fresh = memory.changed?.id === last.turn.id && Date.parse(at) - Date.parse(memory.changed.at) <= SOON
  if (!fresh || onPage.size !== memory.ids.size - 1) return
  groups[groups.length - 1] = { ...last, turn: { ...last.turn, streaming: false, withdrawn: at } }
}

/**
 * What was seen so far, with one more reading of the page. Turns that unmounted stay in their place; a turn whose
 * id changed is found again by its text; a text that was replaced stays as a version, or as withdrawn with the
 * time. Turns on the page take the id they were read under, unless another turn has it (`ids` tells).
 * A reading without turns changes nothing: the page is between two states. `at` is ISO 8601 UTC.
 */
export function remember(memory: Memory, reading: Pick<Reading, 'turns'>, at: string): Memory {
  if (reading.turns.length === 0) return memory
  const groups = groupsOf(memory.turns)
  const pairs = alignTurns(groups.map((group) => group.turn), reading.turns)
  const onPage = new Set<Group>()
  const ids = new Map<string, string>()
  const keepsId = (now: number | undefined) => now === undefined || isMadeUp(reading.turns[now]!)
  const taken = new Set(pairs.flatMap(({ before, now }) => (before !== undefined && keepsId(now) ? [groups[before]!.turn.id] : [])))
  const next = pairs.map(({ before, now }) => {
    const group = before === undefined ? undefined : groups[before]!
    if (now === undefined) return group!
    const read = reading.turns[now]!
    if (group && isSame(group.turn, read) && !taken.has(read.id)) {
      taken.add(read.id)
      ids.set(read.id, read.id)
      onPage.add(group)
      return group
    }
    const seen = group && isMadeUp(read) ? { ...plain(read), id: group.turn.id } : renamed(plain(read), taken)
    taken.add(seen.id)
    ids.set(read.id, seen.id)
    const kept = group ? merged(group, seen, at) : { versions: [], turn: { ...seen, at } }
    onPage.add(kept)
    return kept
  })
  withdrawnTail(memory, next, onPage, at)
  const turns = next.flatMap(({ versions, turn }) => [...versions, turn])
  const before = new Set(groups)
  const grown = next.findLast((group) => !before.has(group))?.turn
  const changed = grown ? { id: grown.id, at } : memory.changed
  const unchanged = turns.length === memory.turns.length && turns.every((turn, i) => turn === memory.turns[i])
  return { turns: unchanged ? memory.turns : turns, ids, changed }
}
