import type { Span } from '../core/model'
import type { BodyText } from './text'
import type { Piece } from './site'

/** How models write their reasoning into the answer when the page does not set it apart: opening, closing. */
const SYNTAXES: readonly (readonly [RegExp, RegExp])[] = [
  ['<(?:seed:)?(?:think|thinking|thought|reasoning)>', '</(?:seed:)?(?:think|thinking|thought|reasoning)>'],
  ['\\[THINK\\]', '\\[/THINK\\]'],
  ['◁think▷', '◁/think▷'],
  ['<\\|begin_of_thought\\|>', '<\\|end_of_thought\\|>'],
  ['<\\|channel\\|>analysis<\\|message\\|>', '<\\|end\\|>(?:<\\|start\\|>assistant)?(?:<\\|channel\\|>final<\\|message\\|>)?'],
].map(([open, close]) => [new RegExp(`(?:^|\\n)[ \\t]*(${open})`, 'gi'), new RegExp(close!, 'gi')] as const)

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

interface Cut {
  /** The reasoning itself. */
  trace: Span
  /** The reasoning with its tags: what the answer loses. */
  all: Span
}

/** An answer full of tags in code is about them. */
const MOST_TAGS = 200

function firstOutsideCode(pattern: RegExp, body: BodyText, from: number): RegExpExecArray | null {
  pattern.lastIndex = from
  let match = pattern.exec(body.text)
  for (let tries = 0; match && tries < MOST_TAGS; tries += 1, match = pattern.exec(body.text)) {
    const at = match.index
    if (!body.marks.some((mark) => mark.kind === 'code' && mark.start <= at && at < mark.end)) return match
  }
  return null
}

/** A closing tag nobody opened counts when it ends a line: the template wrote the opening one into the prompt. */
function unopened(body: BodyText, close: RegExp): Cut | null {
  const match = firstOutsideCode(close, body, 0)
  if (!match) return null
  const end = match.index + match[0].length
  const alone = /^[ \t]*(?:\n|$)/.test(body.text.slice(end, end + 20)) || body.text[match.index - 1] === '\n'
  return alone ? { trace: { start: 0, end: match.index }, all: { start: 0, end } } : null
}

function cutsOf(body: BodyText, open: RegExp, close: RegExp): Cut[] {
  const cuts: Cut[] = []
  for (let from = 0; ; ) {
    const opening = firstOutsideCode(open, body, from)
    if (!opening) break
    const start = opening.index + opening[0].length
    const closing = firstOutsideCode(close, body, start)
    const end = closing ? closing.index : body.text.length
    const after = closing ? end + closing[0].length : end
    cuts.push({ trace: { start, end }, all: { start: opening.index, end: after } })
    from = after
    if (!closing) break
  }
  if (cuts.length > 0) return cuts
  const cut = unopened(body, close)
  return cut ? [cut] : []
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
  for (const [open, close] of SYNTAXES) {
    const cuts = cutsOf(body, open, close)
    if (cuts.length === 0) continue
    const ends = [...cuts.map((cut) => cut.all.start), body.text.length]
    const rest = ends.map((end, i) => ({ start: cuts[i - 1]?.all.end ?? 0, end }))
    return { answer: excerpt(body, rest), trace: excerpt(body, cuts.map((cut) => cut.trace)) }
  }
  return { answer: body, trace: null }
}
