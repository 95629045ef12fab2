import * as v from 'valibot'
import { CAPTURE_FORMAT, type Capture } from './capture'

const isoTime = v.pipe(v.string(), v.isoTimestamp())
const offset = v.pipe(v.number(), v.integer(), v.minValue(0))
const span = { start: offset, end: offset }
const part = v.picklist(['answer', 'trace'])
const text = v.string()
const textOrNull = v.nullable(v.string())

const mark = v.looseObject({ ...span, where: part, kind: v.picklist(['code', 'quote']) })

const message = v.looseObject({
  role: v.picklist(['user', 'assistant']),
  content: text,
  reasoning_content: v.optional(text),
  id: text,
  at: isoTime,
  withdrawn: v.optional(isoTime),
  partial: v.optional(v.literal(true)),
  versionOf: v.optional(text),
  replaced: v.optional(isoTime),
  reasoning_summarised: v.optional(v.literal(true)),
  marks: v.optional(v.array(mark)),
})

const identity = { developer: textOrNull, product: textOrNull }

const finding = v.looseObject({
  rule: text,
  family: v.picklist(['identity', 'artefact', 'citation', 'boilerplate', 'refusal', 'slop', 'custom']),
  where: part,
  ...span,
  quote: text,
  pointsTo: v.nullable(v.object(identity)),
  turn: text,
  pack: v.optional(text),
})

const claim = v.looseObject({
  polarity: v.picklist(['claimed', 'denied', 'mentioned', 'quoted', 'hypothetical']),
  strength: v.picklist(['direct', 'kinship', 'policy']),
  ...identity,
  where: part,
  ...span,
  quote: text,
  lang: text,
  because: v.array(text),
  turn: text,
})

const expected = v.looseObject({ developers: v.array(text), products: v.array(text), source: text })

/** What a line of a capture file must be. Unknown fields stay: a later version may add some, and the seal covers them. */
export const captureSchema = v.looseObject({
  format: v.literal(CAPTURE_FORMAT),
  id: v.pipe(text, v.minLength(1)),
  aliases: v.optional(v.array(text)),
  site: text,
  host: text,
  url: text,
  title: textOrNull,
  modelLabel: textOrNull,
  startedAt: isoTime,
  capturedAt: isoTime,
  messages: v.array(message),
  findings: v.array(finding),
  claims: v.array(claim),
  verdict: v.picklist(['consistent', 'conflicting', 'unverifiable', 'none']),
  expected: v.optional(v.nullable(expected)),
  rulePacks: v.array(v.object({ id: text, version: text })),
  health: v.picklist(['ok', 'degraded', 'broken']),
  sha256: v.pipe(text, v.regex(/^[0-9a-f]{64}$/)),
}) satisfies v.GenericSchema<unknown, Capture>

/**
 * A capture from data of unknown origin: its shape, and that each finding and claim quotes what is there.
 * @throws Error that names the first field that is wrong.
 */
export function parseCapture(data: unknown): Capture {
  const parsed = v.safeParse(captureSchema, data)
  if (!parsed.success) throw new Error(`Not a ${CAPTURE_FORMAT}: ${describe(parsed.issues[0])}`)
  checkQuotes(parsed.output)
  return parsed.output
}

function checkQuotes(capture: Capture): void {
  const messages = new Map(capture.messages.map((message) => [message.id, message]))
  if (messages.size < capture.messages.length) throw new Error(`Not a ${CAPTURE_FORMAT}: two messages have one id`)
  for (const { turn, where, start, end, quote } of [...capture.findings, ...capture.claims]) {
    const message = messages.get(turn)
    const there = where === 'answer' ? message?.content : message?.reasoning_content
    if (there?.slice(start, end) === quote) continue
    throw new Error(`Not a ${CAPTURE_FORMAT}: message ${turn} has not the quoted text at ${where} ${start} to ${end}`)
  }
}

function describe(issue: v.BaseIssue<unknown>): string {
  return `${v.getDotPath(issue) ?? 'the whole'}: ${issue.message}`
}
