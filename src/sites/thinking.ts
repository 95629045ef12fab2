import type { Span } from '../core/model'
import { stretchesOf } from '../core/thinking'
import type { BodyText } from './text'
import type { Piece } from './site'

const HEADING = new RegExp(
  [
    '^(?:(?:show|hide|view) )?(?:thinking|thoughts?|reasoning|chain of thought)(?: process)?(?: completed)?$',
    '^(?:deeply )?(?:thought|reasoned|worked)(?: for| \\(| a ).{0,40}$',
    '^deep(?:ly)? (?:thinking|thought)(?:[ (].{0,30})?$',
    '^(?:已)?(?:深度)?(?:思考|推理|思维链)(?:过程|中|完成)?(?:[（( ].{0,20})?$',
  ].join('|'),
  'i',
)

/** Whether a text is nothing but what a page writes over reasoning ("Thought for 3 seconds"). */
export function isTraceHeading(text: string): boolean {
  return text.length < 120 && HEADING.test(text.replace(/^[^\p{L}]+|[\s.…:：]+$/gu, ''))
}

function clip(piece: Piece, span: Span, shift: number): Piece | null {
  const start = Math.max(piece.start, span.start)
  const end = Math.min(piece.start + piece.length, span.end)
  if (start >= end) return null
  return { node: piece.node, start: start + shift, offset: piece.offset + start - piece.start, length: end - start }
}

function trimmed(text: string, span: Span): Span {
  const inside = text.slice(span.start, span.end)
  const start = span.start + (inside.length - inside.trimStart().length)
  return { start, end: Math.max(start, span.end - (inside.length - inside.trimEnd().length)) }
}

/** These stretches of a body, trimmed and joined by an empty line, with pieces and marks carried along. */
export function excerpt(body: BodyText, spans: readonly Span[]): BodyText {
  const out: BodyText = { text: '', pieces: [], marks: [] }
  for (const raw of spans) {
    const span = trimmed(body.text, raw)
    if (span.start === span.end) continue
    if (out.text) out.text += '\n\n'
    const shift = out.text.length - span.start
    out.text += body.text.slice(span.start, span.end)
    out.pieces.push(...body.pieces.flatMap((piece) => clip(piece, span, shift) ?? []))
    for (const mark of body.marks) {
      const start = Math.max(mark.start, span.start)
      const end = Math.min(mark.end, span.end)
      if (start < end) out.marks.push({ kind: mark.kind, start: start + shift, end: end + shift })
    }
  }
  return out
}

/**
 * Sets reasoning that the model wrote into its answer apart: `<think>…</think>` and its relatives, several
 * blocks, a block still open, and one whose opening tag was never shown. Tags inside code are text.
 */
export function splitThinking(body: BodyText): { answer: BodyText; trace: BodyText | null } {
  const { answer, trace } = stretchesOf(body.text, body.marks)
  return trace.length === 0 ? { answer: body, trace: null } : { answer: excerpt(body, answer), trace: excerpt(body, trace) }
}
