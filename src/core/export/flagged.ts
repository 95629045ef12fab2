import type { Capture } from '../captures/capture'
import { entriesOf, type Entry } from '../captures/entry'
import { flagsOf, shownIn, type Flag } from '../flags'

/** A message, what was found in it, and what of that deserves a flag given whom the site says it is. */
export interface Flagged extends Entry {
  flags: Flag[]
}

export function flaggedMessages(capture: Capture): Flagged[] {
  return entriesOf(capture).map((entry) => ({
    ...entry,
    flags: flagsOf({ findings: entry.findings, claims: entry.claims, verdict: capture.verdict }, capture.expected ?? null, undefined, shownIn(entry.message)),
  }))
}
