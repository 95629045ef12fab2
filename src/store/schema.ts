import type { DBSchema } from 'idb'
import type { Capture } from '../core/captures/capture'
import type { FlagKind } from '../core/flags'
import type { Identity } from '../core/model'
import type { PageFlag } from '../core/page'

/** A capture and the flags it was kept for; `host` and `capturedAt` stand outside it to be indexed. */
export interface CaptureRow {
  id: string
  host: string
  capturedAt: string
  flags: PageFlag[]
  capture: Capture
}

/** Where a phrase was last seen. */
export interface Sighting {
  at: string
  url: string
  captureId: string
  turn: string
}

/** How often one phrase was flagged by one rule on one host: maintained, never recomputed. */
export interface Tally {
  host: string
  rule: string
  /** At most 300 characters, white space collapsed. */
  phrase: string
  kind: FlagKind
  /** Conflicts before claims, claims before markers, markers before habits; see `weightOf`. */
  weight: number
  identity: Identity | null
  /** Flagged occurrences in the captures that exist now. */
  count: number
  last: Sighting
}

/** The totals of one host: maintained, so that their cost does not grow with what is kept. */
export interface HostTotal {
  host: string
  count: number
  conflicts: number
  captures: number
  lastAt: string
}

export interface Schema extends DBSchema {
  captures: { key: string; value: CaptureRow; indexes: { host: string; capturedAt: string } }
  tallies: { key: [host: string, rule: string, phrase: string, kind: FlagKind]; value: Tally; indexes: { rank: [host: string, weight: number, count: number, at: string] } }
  hosts: { key: string; value: HostTotal }
}

export const VERSION = 1
