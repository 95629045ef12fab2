import type { Mark, Span } from './model'

type Structure = readonly (Span & Pick<Mark, 'kind'>)[]

/** How models write their reasoning into the text itself: opening, closing. */
const syntaxes: readonly (readonly [RegExp, RegExp])[] = [
  ['<(?:seed:)?(?:think|thinking|thought|reasoning)>', '</(?:seed:)?(?:think|thinking|thought|reasoning)>'],
  ['\\[THINK\\]', '\\[/THINK\\]'],
  ['◁think▷', '◁/think▷'],
  ['<\\|begin_of_thought\\|>', '<\\|end_of_thought\\|>'],
  ['<\\|channel\\|>analysis<\\|message\\|>', '<\\|end\\|>(?:<\\|start\\|>assistant)?(?:<\\|channel\\|>final<\\|message\\|>)?'],
].map(([open, close]) => [new RegExp(`(?:^|\\n)[ \\t]*${open}`, 'gi'), new RegExp(close!, 'gi')] as const)

interface Cut {
  /** The reasoning itself. */
  trace: Span
  /** With its tags: what the answer loses. */
  all: Span
}

/** The stretches of a text that are answer and those that are reasoning, in order; tags belong to neither. */
export interface Stretches {
  answer: Span[]
  trace: Span[]
}

/**
 * Tells reasoning that a model wrote into its text from the answer: `<think>…</think>` and its relatives,
 * several blocks, a block still open, and one whose opening tag was part of the prompt. Tags inside code
 * (`marks`) are text.
 */
export function stretchesOf(text: string, marks: Structure = []): Stretches {
  for (const [open, close] of mayThink.test(text) ? syntaxes : []) {
    const cuts = cutsOf(text, marks, open, close)
    if (cuts.length === 0) continue
    const ends = [...cuts.map((cut) => cut.all.start), text.length]
    const answer = ends.map((end, i) => ({ start: cuts[i - 1]?.all.end ?? 0, end }))
    return { answer: answer.filter(({ start, end }) => start < end), trace: cuts.map((cut) => cut.trace) }
  }
  return { answer: [{ start: 0, end: text.length }], trace: [] }
}

const mayThink = /think|thought|reasoning>|<\|channel\|>/i

function cutsOf(text: string, marks: Structure, open: RegExp, close: RegExp): Cut[] {
  const cuts: Cut[] = []
  for (let from = 0; from < text.length; ) {
    const opening = outsideCode(open, text, marks, from)
    if (!opening) break
    const closing = outsideCode(close, text, marks, opening.end)
    const all = { start: opening.start, end: closing?.end ?? text.length }
    cuts.push({ trace: { start: opening.end, end: closing?.start ?? text.length }, all })
    from = all.end
  }
  return cuts.length > 0 ? cuts : unopened(text, marks, close)
}

/** A closing tag that nobody opened counts where it stands alone on its line or ends it. */
function unopened(text: string, marks: Structure, close: RegExp): Cut[] {
  const closing = outsideCode(close, text, marks, 0)
  if (!closing) return []
  const alone = /^[ \t]*(?:\r?\n|$)/.test(text.slice(closing.end, closing.end + 20)) || text[closing.start - 1] === '\n'
  return alone ? [{ trace: { start: 0, end: closing.start }, all: { start: 0, end: closing.end } }] : []
}

/** An answer full of tags in code is about them. */
const MOST_TAGS = 200

function outsideCode(pattern: RegExp, text: string, marks: Structure, from: number): Span | null {
  pattern.lastIndex = from
  let match = pattern.exec(text)
  for (let tries = 0; match && tries < MOST_TAGS; tries++, match = pattern.exec(text)) {
    const at = match.index
    if (!marks.some((mark) => mark.kind === 'code' && mark.start <= at && at < mark.end)) return { start: at, end: at + match[0].length }
  }
  return null
}
