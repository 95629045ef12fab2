import { findClaims, verdictOf } from './identity/index'
import { marksOf } from './markdown'
import type { Claim, Examination, Expected, Finding, Mark, Part, Span } from './model'
import { scanText, type RuleSet } from './rules/index'
import { stretchesOf } from './thinking'

export interface Examinable {
  answer: string
  trace: string | null
  /** Code and quotations; none when absent. */
  marks?: readonly Mark[]
  /** What the user asked before it. */
  prompt?: string | null
  /** BCP 47 tag, where it is known. */
  lang?: string
}

export interface Standards {
  rules: RuleSet
  expected: Expected | null
}

type Found = Pick<Examination, 'findings' | 'claims'>

/** Everything there is to say about one whole turn; for one that still grows see `openExaminer`. */
export function examine(turn: Examinable, { rules, expected }: Standards): Examination {
  const marks = turn.marks ?? []
  const found = [examinePart(turn.trace ?? '', 'trace', turn, marks, rules), examinePart(turn.answer, 'answer', turn, marks, rules)]
  return conclude(found, expected)
}

/** A text as a model wrote it, Markdown and all. */
export interface RawAnswer {
  text: string
  /** The reasoning, where it is apart; else it may be in the text (`<think>`). */
  trace?: string | null
  prompt?: string | null
  lang?: string
}

/** An examination of raw text. What was found in reasoning inside the text is in the trace, but `from` the text. */
export interface RawExamination extends Omit<Examination, 'findings' | 'claims'> {
  findings: (Finding & FromText)[]
  claims: (Claim & FromText)[]
}

interface FromText {
  /** The offsets count in the text, although it is reasoning. */
  from?: 'text'
}

/** Examines raw text: code and quotations are marked, reasoning in it is told apart. Offsets are into what was given. */
export function examineRaw(raw: RawAnswer, { rules, expected }: Standards): RawExamination {
  const marks = marksOf(raw.text, 'answer')
  const { answer, trace } = stretchesOf(raw.text, marks)
  const found = [
    ...(raw.trace ? [examinePart(raw.trace, 'trace', raw, marksOf(raw.trace, 'trace'), rules)] : []),
    ...trace.map((stretch) => fromText(examineStretch(raw, stretch, 'trace', marks, rules))),
    ...answer.map((stretch) => examineStretch(raw, stretch, 'answer', marks, rules)),
  ]
  return conclude(found, expected)
}

function examineStretch(raw: RawAnswer, stretch: Span, where: Part, marks: readonly Mark[], rules: RuleSet): Found {
  if (stretch.start === 0 && stretch.end === raw.text.length) return examinePart(raw.text, where, raw, marks, rules)
  const within = marks.flatMap((mark) => clipped(mark, stretch, where))
  const found = examinePart(raw.text.slice(stretch.start, stretch.end), where, raw, within, rules)
  return { findings: found.findings.map((finding) => shifted(finding, stretch.start)), claims: found.claims.map((claim) => shifted(claim, stretch.start)) }
}

function clipped(mark: Mark, stretch: Span, where: Part): Mark[] {
  const start = Math.max(mark.start, stretch.start) - stretch.start
  const end = Math.min(mark.end, stretch.end) - stretch.start
  return start < end ? [{ ...mark, where, start, end }] : []
}

function examinePart(text: string, where: Part, { prompt, lang }: Pick<Examinable, 'prompt' | 'lang'>, marks: readonly Mark[], rules: RuleSet): Found {
  if (text === '') return { findings: [], claims: [] }
  return { findings: scanText(rules, text, { where, marks }), claims: findClaims(text, { where, prompt, marks, lang }) }
}

function conclude(found: Found[], expected: Expected | null): Examination {
  const claims = found.flatMap((part) => part.claims)
  return { findings: found.flatMap((part) => part.findings), claims, verdict: verdictOf(claims, expected) }
}

function fromText(found: Found): Found {
  const from = { from: 'text' as const }
  return { findings: found.findings.map((finding) => ({ ...finding, ...from })), claims: found.claims.map((claim) => ({ ...claim, ...from })) }
}

function shifted<T extends Span>(found: T, by: number): T {
  return { ...found, start: found.start + by, end: found.end + by }
}
