import type { Capture, UnsealedCapture } from '../core/captures/capture'
import { continues, isProvisional } from '../core/captures/id'
import { mergeCaptures } from '../core/captures/merge'
import { sealCapture } from '../core/captures/seal'
import { flagsOfCapture } from '../core/flags'
import type { PageFlag } from '../core/page'
import { mutedBy } from '../core/switches'
import { readSettings } from '../platform/settings'
import { putCapture, readCapture } from '../store/captures'
import { openStore, type Store } from '../store/open'
import type { CaptureRow } from '../store/schema'

let store: Promise<Store> | undefined
let last: Promise<unknown> = Promise.resolve()

/**
 * Keeps a snapshot of a conversation: merged into what is kept of it already, sealed, and written with its
 * counts. One at a time, so that no merge is lost; resolves when it is on disk.
 */
export function keepCapture(snapshot: UnsealedCapture): Promise<{ id: string }> {
  const kept = last.then(() => keep(snapshot))
  last = kept.catch(() => undefined)
  return kept
}

async function keep(snapshot: UnsealedCapture): Promise<{ id: string }> {
  store ??= openStore()
  const opened = await store
  const id = await placeFor(opened, snapshot.id, snapshot)
  const known = [id, ...(await Promise.all((snapshot.aliases ?? []).map((alias) => placeFor(opened, alias, snapshot))))]
  const rows = (await Promise.all([...new Set(known)].map((other) => readCapture(opened, other)))).filter((row) => row !== undefined)
  const merged = rows.reduce<UnsealedCapture>((all, row) => mergeCaptures({ ...row.capture, id }, all), { ...snapshot, id })
  const capture = await sealCapture(merged)
  const flags = flagsToKeep(capture, mutedBy(await readSettings()), rows)
  const row = { id, host: capture.host, capturedAt: capture.capturedAt, flags, capture }
  await putCapture(opened, row, known)
  return { id }
}

/** What was flagged before stays, though its rule was switched off since; nothing new is flagged by such a rule. */
function flagsToKeep(capture: Capture, muted: ReadonlySet<string>, rows: readonly CaptureRow[]): PageFlag[] {
  const nameOf = ({ turn, rule, where, quote }: PageFlag) => JSON.stringify([turn, rule, where, quote])
  const before = new Set(rows.flatMap((row) => row.flags.map(nameOf)))
  return flagsOfCapture(capture).filter((flag) => !muted.has(flag.rule) || before.has(nameOf(flag)))
}

/**
 * Where a snapshot goes that calls itself `id`. A provisional id is only a guess (two chats may open with
 * the same question on a page that names neither), so the second conversation of that name gets a number.
 */
async function placeFor(opened: Store, id: string, snapshot: UnsealedCapture): Promise<string> {
  if (!isProvisional(id)) return id
  for (let n = 1; ; n++) {
    const place = n === 1 ? id : `${id}.${n}`
    const there = await readCapture(opened, place)
    if (!there || continues(there.capture, snapshot) || continues(snapshot, there.capture)) return place
  }
}
