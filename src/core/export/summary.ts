import type { Capture } from '../captures/capture'
import type { FlagKind } from '../flags'
import { flaggedMessages } from './flagged'

/** How often something said, on one host, that it is somebody. */
export interface Told {
  host: string
  /** The product, or else the developer. */
  who: string
  kind: FlagKind
  count: number
}

export interface SummaryLine {
  site: string
  title: string | null
  capturedAt: string
  verdict: Capture['verdict']
  flags: number
}

/** What a report begins with, kept while captures pass by one at a time. */
export interface Summary {
  captures: number
  messages: number
  conflicting: number
  flags: Record<FlagKind, number>
  /** By host, name and kind. */
  told: Map<string, Told>
  from: string | null
  to: string | null
  /** The first captures, for a table of contents. */
  contents: SummaryLine[]
}

const LONGEST_CONTENTS = 200

export function emptySummary(): Summary {
  const flags = { conflict: 0, claim: 0, artefact: 0, boilerplate: 0, custom: 0 }
  return { captures: 0, messages: 0, conflicting: 0, flags, told: new Map(), from: null, to: null, contents: [] }
}

/** Adds a capture to a summary, in place. */
export function addToSummary(summary: Summary, capture: Capture): void {
  const flags = flaggedMessages(capture).flatMap((message) => message.flags)
  summary.captures++
  summary.messages += capture.messages.length
  if (capture.verdict === 'conflicting') summary.conflicting++
  if (summary.from === null || capture.startedAt < summary.from) summary.from = capture.startedAt
  if (summary.to === null || capture.capturedAt > summary.to) summary.to = capture.capturedAt
  for (const { kind, identity } of flags) {
    summary.flags[kind]++
    if (kind === 'conflict' || kind === 'claim') tell(summary.told, capture.host, identity?.product ?? identity?.developer ?? 'somebody', kind)
  }
  const { site, title, capturedAt, verdict } = capture
  if (summary.contents.length < LONGEST_CONTENTS) summary.contents.push({ site, title, capturedAt, verdict, flags: flags.length })
}

function tell(told: Map<string, Told>, host: string, who: string, kind: FlagKind): void {
  const key = JSON.stringify([host, who, kind])
  const known = told.get(key) ?? { host, who, kind, count: 0 }
  told.set(key, { ...known, count: known.count + 1 })
}
