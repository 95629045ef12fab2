import type { Claim, Conversation, Examination, Expected, Finding, Health, Mark, Role, Turn, Verdict } from '../model'
import { captureId } from './id'

export const CAPTURE_FORMAT = 'telltale-capture/1'

/** A finding that was kept: `turn` is the id of the message it is in, `pack` the rule pack it came from. */
export interface StoredFinding extends Finding {
  turn: string
  pack?: string
}

/** A claim that was kept: `turn` is the id of the message it is in. */
export interface StoredClaim extends Claim {
  turn: string
}

/** A turn that was kept, in the OpenAI chat shape. Times are ISO 8601 UTC. */
export interface Message {
  role: Role
  content: string
  /** The visible reasoning; absent where none was shown. */
  reasoning_content?: string
  id: string
  /** When it was first seen. */
  at: string
  /** When the page took back what it had shown. */
  withdrawn?: string
  /** It was still arriving when it was last seen. */
  partial?: true
  /** An earlier text of that message, which the page no longer shows: edited, regenerated or replaced. */
  versionOf?: string
  /** When this version was last seen. */
  replaced?: string
  /** The reasoning is the site's summary of it. */
  reasoning_summarised?: true
  /** Code and quotations, where there are any. */
  marks?: Mark[]
}

export interface PackVersion {
  id: string
  version: string
}

/** A conversation that was kept, before its hash is taken. Contract: `telltale-capture/1`. */
export interface UnsealedCapture {
  format: typeof CAPTURE_FORMAT
  id: string
  /** Ids this conversation had before its site gave it one. */
  aliases?: string[]
  site: string
  host: string
  url: string
  title: string | null
  modelLabel: string | null
  startedAt: string
  capturedAt: string
  /** In page order; each earlier version stands right before the message it is a version of. */
  messages: Message[]
  findings: StoredFinding[]
  claims: StoredClaim[]
  verdict: Verdict
  /** Whom the site says it is, as far as was known then. */
  expected?: Expected | null
  rulePacks: PackVersion[]
  health: Health
}

export interface Capture extends UnsealedCapture {
  /** Hex SHA-256 of the rest (see `sealCapture`). */
  sha256: string
}

export interface CaptureContext {
  /** ISO 8601 UTC. */
  now: string
  /** By turn id; turns without one were not examined (the user's). */
  examinations: ReadonlyMap<string, Examination>
  expected: Expected | null
  rulePacks: readonly PackVersion[]
  /** Rule id to pack id, where known. */
  packOf?: (rule: string) => string | undefined
  /** Ids the conversation had before (see `followConversation`). */
  aliases?: readonly string[]
}

/** One reading of a page and what was found in it, as a capture. The start is the earliest turn's time. */
export function captureOf(conversation: Conversation, context: CaptureContext): UnsealedCapture {
  const { now, examinations, expected, rulePacks, packOf, aliases = [] } = context
  const messages = conversation.turns.map((turn) => messageOf(turn, now))
  const kept = conversation.turns.map((turn) => ({ turn: turn.id, examination: examinations.get(turn.id) }))
  return {
    format: CAPTURE_FORMAT,
    id: captureId(conversation),
    ...(aliases.length > 0 && { aliases: [...aliases] }),
    site: conversation.site,
    host: new URL(conversation.url).host,
    url: conversation.url,
    title: conversation.title,
    modelLabel: conversation.modelLabel,
    startedAt: messages.reduce((first, { at }) => (at < first ? at : first), now),
    capturedAt: now,
    messages,
    findings: kept.flatMap(({ turn, examination }) => (examination?.findings ?? []).map((finding) => ({ ...finding, turn, ...packIn(finding, packOf) }))),
    claims: kept.flatMap(({ turn, examination }) => (examination?.claims ?? []).map((claim) => ({ ...claim, turn }))),
    verdict: worstVerdict(kept.map(({ examination }) => examination?.verdict ?? 'none')),
    expected,
    rulePacks: [...rulePacks],
    health: conversation.health,
  }
}

const verdictsByWeight: readonly Verdict[] = ['none', 'unverifiable', 'consistent', 'conflicting']

/** As for one turn: a conflicting claim decides, then agreement, then what cannot be checked. */
export function worstVerdict(verdicts: readonly Verdict[]): Verdict {
  return verdicts.reduce((worst, verdict) => (weigh(verdict) > weigh(worst) ? verdict : worst), 'none')
}

function weigh(verdict: Verdict): number {
  return verdictsByWeight.indexOf(verdict)
}

function packIn(finding: Finding, packOf: CaptureContext['packOf']): { pack?: string } {
  const pack = packOf?.(finding.rule)
  return pack === undefined ? {} : { pack }
}

function messageOf(turn: Turn, now: string): Message {
  return {
    role: turn.role,
    content: turn.answer,
    ...(turn.trace !== null && { reasoning_content: turn.trace }),
    id: turn.id,
    at: turn.at ?? now,
    ...(turn.withdrawn !== undefined && { withdrawn: turn.withdrawn }),
    ...(turn.versionOf !== undefined && { versionOf: turn.versionOf }),
    ...(turn.replaced !== undefined && { replaced: turn.replaced }),
    ...(turn.streaming && { partial: true as const }),
    ...(turn.traceSummarised && { reasoning_summarised: true as const }),
    ...(turn.marks.length > 0 && { marks: turn.marks }),
  }
}
