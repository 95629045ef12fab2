import type { FlagKind } from '../core/flags'
import type { PageFlag } from '../core/page'
import type { Store } from './open'
import type { CaptureRow, HostTotal, Schema, Tally } from './schema'

const LONGEST_PHRASE = 300

const weights: Record<FlagKind, number> = { conflict: 4, claim: 3, artefact: 2, custom: 1, boilerplate: 0 }

/** The tallies of one host, conflicts first, then the most frequent, then the latest; at most `limit`, whatever the number kept. */
export async function readTallies(store: Store, host: string, limit: number): Promise<Tally[]> {
  const found: Tally[] = []
  const ofHost = IDBKeyRange.bound([host], [host, []])
  let cursor = await store.transaction('tallies').store.index('rank').openCursor(ofHost, 'prev')
  while (cursor && found.length < limit) {
    found.push(cursor.value)
    cursor = await cursor.continue()
  }
  return found
}

/** The totals of every host, most conflicts first. */
export async function readHosts(store: Store): Promise<HostTotal[]> {
  const hosts = await store.getAll('hosts')
  return hosts.sort((a, b) => b.conflicts - a.conflicts || b.count - a.count || a.host.localeCompare(b.host))
}

/** One change of one tally: how many more (or fewer) occurrences there are now. */
export interface TallyChange {
  tally: Omit<Tally, 'count'>
  by: number
}

/** What putting `row` in place of `before` does to the counts; pure, so that the same save twice changes nothing. */
export function tallyChanges(before: readonly (CaptureRow | undefined)[], row: CaptureRow): TallyChange[] {
  const changes = new Map<string, TallyChange>()
  const count = (from: CaptureRow, by: number) => {
    for (const flag of from.flags) {
      const tally = tallyOf(from, flag, row.capturedAt)
      const key = JSON.stringify(keyOf(tally))
      changes.set(key, { tally, by: (changes.get(key)?.by ?? 0) + by })
    }
  }
  for (const old of before) if (old) count(old, -1)
  count(row, 1)
  return [...changes.values()].filter((change) => change.by !== 0)
}

/** What is counted apart: the same words may be a conflict on a day when more is known of the host. */
export function keyOf({ host, rule, phrase, kind }: Pick<Tally, 'host' | 'rule' | 'phrase' | 'kind'>): Schema['tallies']['key'] {
  return [host, rule, phrase, kind]
}

function tallyOf(row: CaptureRow, flag: PageFlag, now: string): Omit<Tally, 'count'> {
  return {
    host: row.host,
    rule: flag.rule,
    phrase: flag.quote.replace(/\s+/g, ' ').trim().slice(0, LONGEST_PHRASE),
    kind: flag.kind,
    weight: weights[flag.kind],
    identity: flag.identity,
    last: { at: now, url: row.capture.url, captureId: row.id, turn: flag.turn },
  }
}
