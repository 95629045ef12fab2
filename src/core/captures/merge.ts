import { worstVerdict, type Message, type PackVersion, type StoredClaim, type StoredFinding, type UnsealedCapture } from './capture'
import { alignMessages } from './align'
import { agree, entriesOf, mergeEntries, versionId, type Entry } from './entry'
import { isCurrent, isProvisional } from './id'
import { canonicalJson } from './seal'
import type { Health } from '../model'

/**
 * Two captures of one conversation as one that holds what either held. Turns that only one has stay, in
 * page order; of two texts of one turn the later is current, and the earlier is kept as a version unless
 * the later merely grew out of it. Idempotent, and the same whichever is given first.
 * @throws when they are not captures of the same conversation.
 */
export function mergeCaptures(a: UnsealedCapture, b: UnsealedCapture): UnsealedCapture {
  const [earlier, later] = inOrderOfTime(a, b)
  const id = sharedId(earlier, later)
  const aliases = unique([...(earlier.aliases ?? []), ...(later.aliases ?? []), earlier.id, later.id]).filter((alias) => alias !== id)
  const entries = mergeMessages(earlier, later)
  const { aliases: _, ...rest } = later
  return {
    ...rest,
    id,
    ...(aliases.length > 0 && { aliases: aliases.sort() }),
    title: later.title ?? earlier.title,
    modelLabel: later.modelLabel ?? earlier.modelLabel,
    startedAt: least(earlier.startedAt, later.startedAt),
    messages: entries.map((entry) => entry.message),
    findings: entries.flatMap((entry) => ofMessage<StoredFinding>(entry.findings, entry.message)),
    claims: entries.flatMap((entry) => ofMessage<StoredClaim>(entry.claims, entry.message)),
    verdict: worstVerdict([earlier.verdict, later.verdict]),
    ...((later.expected ?? earlier.expected) !== undefined && { expected: later.expected ?? earlier.expected }),
    rulePacks: mergePacks(earlier.rulePacks, later.rulePacks),
    health: worstHealth(earlier.health, later.health),
  }
}

function mergeMessages(earlier: UnsealedCapture, later: UnsealedCapture): Entry[] {
  const [before, after] = [supersede(entriesOf(earlier), entriesOf(later)), supersede(entriesOf(later), entriesOf(earlier))]
  const pairs = alignMessages(before.filter(current), after.filter(current))
  const merged = pairs.map(({ before, after }) => mergeEntries(before, after, earlier.capturedAt))
  const renamed = new Map(pairs.flatMap(({ before, after }) => (before && after ? [[before.message.id, after.message.id]] : [])))
  const versions = [
    ...before.filter(isVersion).map((entry) => rebase(entry, renamed)),
    ...after.filter(isVersion),
    ...merged.flatMap((turn) => turn.versions),
  ]
  return withVersions(merged.map((turn) => turn.current), versions)
}

/** A turn that the other capture knows to be an earlier version of a turn with another id (it was regenerated) is one here too. */
function supersede(entries: Entry[], other: readonly Entry[]): Entry[] {
  const shown = new Set(other.filter(current).map(({ message }) => message.id))
  const versions = other.filter(isVersion)
  return entries.map((entry) => {
    if (isVersion(entry) || shown.has(entry.message.id)) return entry
    const version = versions.find(({ message }) => agree(message, entry.message))
    if (!version) return entry
    const { versionOf, replaced } = version.message
    return { ...entry, message: { ...entry.message, versionOf, replaced } }
  })
}

/** Each turn's distinct versions, oldest first, and then the turn. */
function withVersions(turns: Entry[], versions: Entry[]): Entry[] {
  const known = new Map<string, Map<string, Entry>>()
  for (const version of versions.map(named)) {
    const ofTurn = known.get(version.message.versionOf!) ?? new Map<string, Entry>()
    const same = ofTurn.get(version.message.id)
    ofTurn.set(version.message.id, same ? sameVersion(same, version) : version)
    known.set(version.message.versionOf!, ofTurn)
  }
  return turns.flatMap((turn) => {
    const all = [...(known.get(turn.message.id)?.values() ?? [])]
    const kept = all.filter((version) => ![turn, ...all].some((other) => other !== version && isWithin(version.message, other.message)))
    return [...kept.sort((a, b) => compare(a.message.replaced, b.message.replaced) || compare(a.message.id, b.message.id)), turn]
  })
}

/** A version goes by its turn and its text, whoever noticed it. */
function named(entry: Entry): Entry {
  return { ...entry, message: { ...entry.message, id: versionId(entry.message.versionOf!, entry.message) } }
}

function sameVersion(a: Entry, b: Entry): Entry {
  const { current } = mergeEntries(a, b, '')
  const [first, last] = [a.message.replaced ?? '', b.message.replaced ?? ''].sort()
  return { ...current, message: { ...current.message, replaced: last || first } }
}

function isWithin(version: Message, turn: Message): boolean {
  return turn.content.startsWith(version.content) && (turn.reasoning_content ?? '').startsWith(version.reasoning_content ?? '')
}

function rebase(entry: Entry, renamed: ReadonlyMap<string, string>): Entry {
  return { ...entry, message: { ...entry.message, versionOf: renamed.get(entry.message.versionOf!) ?? entry.message.versionOf! } }
}

function current(entry: Entry): boolean {
  return isCurrent(entry.message)
}

function isVersion(entry: Entry): boolean {
  return !isCurrent(entry.message)
}

function ofMessage<T extends { turn: string }>(found: readonly T[], message: Message): T[] {
  return found.map((item) => (item.turn === message.id ? item : { ...item, turn: message.id }))
}

/** Ties are broken by content, so that the order of the arguments never matters. */
function inOrderOfTime(a: UnsealedCapture, b: UnsealedCapture): [UnsealedCapture, UnsealedCapture] {
  const order = compare(a.capturedAt, b.capturedAt) || a.messages.length - b.messages.length || compare(canonicalJson(a), canonicalJson(b))
  return order <= 0 ? [a, b] : [b, a]
}

function sharedId(earlier: UnsealedCapture, later: UnsealedCapture): string {
  const related = earlier.id === later.id || later.aliases?.includes(earlier.id) || earlier.aliases?.includes(later.id)
  if (!related) throw new Error(`Not captures of one conversation: ${earlier.id} and ${later.id}`)
  return isProvisional(later.id) ? earlier.id : later.id
}

function mergePacks(earlier: readonly PackVersion[], later: readonly PackVersion[]): PackVersion[] {
  const packs = new Map([...earlier, ...later].map((pack) => [`${pack.id} ${pack.version}`, pack]))
  return [...packs.values()].sort((a, b) => compare(a.id, b.id) || compare(a.version, b.version))
}

const healthByWeight: readonly Health[] = ['ok', 'degraded', 'broken']

function worstHealth(a: Health, b: Health): Health {
  return healthByWeight.indexOf(a) > healthByWeight.indexOf(b) ? a : b
}

function unique(values: readonly string[]): string[] {
  return [...new Set(values)]
}

function least(a: string, b: string): string {
  return a < b ? a : b
}

function compare(a = '', b = ''): number {
  return a < b ? -1 : a > b ? 1 : 0
}
