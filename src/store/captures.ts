import type { IDBPObjectStore } from 'idb'
import type { Store } from './open'
import type { CaptureRow, HostTotal, Schema } from './schema'
import { keyOf, tallyChanges, type TallyChange } from './tallies'

type Names = ('captures' | 'tallies' | 'hosts')[]
type Writable<Name extends Names[number]> = IDBPObjectStore<Schema, Names, Name, 'readwrite'>

/** One capture, or undefined. */
export function readCapture(store: Store, id: string): Promise<CaptureRow | undefined> {
  return store.get('captures', id)
}

/** Captures in order of id, one at a time, so that memory stays flat; of one host when given. */
export async function* eachCapture(store: Store, host?: string): AsyncGenerator<CaptureRow> {
  const ids = await (host === undefined
    ? store.getAllKeys('captures')
    : store.getAllKeysFromIndex('captures', 'host', host))
  for (const id of ids) {
    const row = await store.get('captures', id)
    if (row) yield row
  }
}

/**
 * Puts a capture in place of what had its id (and removes those it `replaces`: itself under earlier ids),
 * with the counts, in one transaction: the worker may die at any line and nothing is half done, and the
 * same call twice changes nothing.
 */
export async function putCapture(store: Store, row: CaptureRow, replaces: readonly string[] = []): Promise<void> {
  const transaction = store.transaction(['captures', 'tallies', 'hosts'], 'readwrite')
  const captures = transaction.objectStore('captures')
  const before = await Promise.all([...new Set([row.id, ...replaces])].map((id) => captures.get(id)))
  for (const old of before) if (old && old.id !== row.id) await captures.delete(old.id)
  await captures.put(row)
  const changes = tallyChanges(before, row)
  for (const change of changes) await applyChange(transaction.objectStore('tallies'), change)
  const added = 1 - before.filter(Boolean).length
  await applyTotals(transaction.objectStore('hosts'), { host: row.host, captures: added, at: row.capturedAt }, changes)
  await transaction.done
}

async function applyChange(tallies: Writable<'tallies'>, { tally, by }: TallyChange): Promise<void> {
  const key = keyOf(tally)
  const old = await tallies.get(key)
  const count = (old?.count ?? 0) + by
  if (count <= 0) await tallies.delete(key)
  else await tallies.put({ ...(by > 0 || !old ? tally : old), count })
}

async function applyTotals(
  hosts: Writable<'hosts'>,
  saved: { host: string; captures: number; at: string },
  changes: readonly TallyChange[],
): Promise<void> {
  const old: HostTotal = (await hosts.get(saved.host)) ?? { host: saved.host, count: 0, conflicts: 0, captures: 0, lastAt: saved.at }
  const sum = (list: readonly TallyChange[]) => list.reduce((total, change) => total + change.by, 0)
  await hosts.put({
    host: saved.host,
    count: old.count + sum(changes),
    conflicts: old.conflicts + sum(changes.filter((change) => change.tally.kind === 'conflict')),
    captures: old.captures + saved.captures,
    lastAt: changes.some((change) => change.by > 0) ? saved.at : old.lastAt,
  })
}
