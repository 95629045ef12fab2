import type { Finding } from '../model'
import type { CompiledRule } from './compile'

/** A finding before its rule's scope was considered. */
export interface Sighting {
  rule: CompiledRule
  finding: Finding
  /** The sighting of the same rule before this one. */
  before: Sighting | undefined
}

/** The last sighting of each rule, by its index. */
export type Latest = Map<number, Sighting | undefined>

/** Puts a sighting where it belongs by start, end and rule. New ones belong near the end. */
export function place(list: Sighting[], sighting: Sighting): void {
  let i = list.length
  if (i === 0 || compare(list[i - 1]!, sighting) <= 0) {
    list.push(sighting)
    return
  }
  while (i > 0 && compare(list[i - 1]!, sighting) > 0) i--
  list.splice(i, 0, sighting)
}

/**
 * Places a sighting unless the same rule already found something around it, and takes out what it is itself around: a
 * rule reports the longest of its phrases at a place once. Sightings of a rule come in order of their ends.
 */
export function placeLongest(list: Sighting[], latest: Latest, sighting: Sighting): void {
  if (!sighting.rule.several) {
    place(list, sighting)
    return
  }
  const { start, end } = sighting.finding
  let before = latest.get(sighting.rule.index)
  if (before && before.finding.end === end && before.finding.start <= start) return
  while (before && before.finding.start >= start) {
    list.splice(list.lastIndexOf(before), 1)
    before = before.before
  }
  sighting.before = before
  latest.set(sighting.rule.index, sighting)
  place(list, sighting)
}

function compare(a: Sighting, b: Sighting): number {
  return a.finding.start - b.finding.start || a.finding.end - b.finding.end || a.rule.index - b.rule.index
}
