import type { Grammar, Template } from './grammar'
import type { Masked } from './mask'
import { boardOf, matchesOf } from './match'
import type { Name } from './names'
import type { Polarity, Span, Strength } from '../model'

/** A claim as the grammar sees it, in masked offsets. */
export interface Reading extends Span {
  polarity: Polarity
  strength: Strength
  names: Name[]
  lang: string
  /** Words that set the polarity. */
  marks: string[]
  /** The sentence itself says that the speaker is a machine. */
  machine: boolean
  /** The pattern that bound the name describes a machine or its making. */
  bound: boolean
}

const placeholder = /[\uE000\uE001]/g

function namesWithin(masked: Masked, start: number, end: number): Name[] {
  const before = masked.text.slice(0, start).match(placeholder)?.length ?? 0
  const inside = masked.text.slice(start, end).match(placeholder)?.length ?? 0
  return masked.names.slice(before, before + inside)
}

interface Guard {
  polarity: Polarity
  word: string
}

interface Bound {
  /** The sentence up to the match. */
  before: string
  /** From the first word of the match to the name. */
  cue: string
  /** The whole match. */
  matched: string
  /** From the name to the end of the sentence. */
  after: string
  /** What follows the name can show that it is not the speaker's. */
  bare: boolean
  /** Only names a person could have. */
  doubtful: boolean
}

/** What around a binding takes it back, in order of precedence. */
const guards: [polarity: Polarity, test: (grammar: Grammar, bound: Bound) => RegExpExecArray | null][] = [
  ['hypothetical', (grammar, { before, cue }) => grammar.guards.if.exec(before + cue)],
  ['mentioned', (grammar, { before }) => grammar.guards.reported.exec(before)],
  ['hypothetical', (grammar, { after }) => grammar.guards.ifAfter.exec(after)],
  ['hypothetical', (grammar, { after, doubtful }) => (doubtful ? grammar.guards.role.exec(after) : null)],
  ['denied', (grammar, { matched }) => grammar.guards.not.exec(matched)],
  ['denied', (grammar, { before }) => grammar.guards.notBefore.exec(before)],
  ['denied', (grammar, { after }) => grammar.guards.notAfter.exec(after)],
  ['mentioned', (grammar, { cue }) => grammar.guards.like.exec(cue.replace(grammar.guards.as, ''))],
  ['mentioned', (grammar, { after, bare }) => (bare ? grammar.guards.then.exec(after) : null)],
  ['mentioned', (_, { after }) => /^[^.!?,;:\p{So}]{0,14}\?\s*$/u.exec(after)],
  ['quoted', (grammar, { after }) => grammar.guards.attributed.exec(after)],
  ['mentioned', (grammar, { cue, after }) => (grammar.guards.as.test(cue) ? /^[^,،、.;:!?]{0,60}[,،、]\s*[\uE000\uE001]/.exec(after) : null)],
]

function guardOf(grammar: Grammar, bound: Bound, strength: Strength): Guard {
  for (const [polarity, test] of guards) {
    if (strength === 'kinship' && test === guards[7]![1]) continue
    const found = test(grammar, bound)
    if (found) return { polarity, word: found[0].trim() }
  }
  return { polarity: 'claimed', word: '' }
}

function readMatch(masked: Masked, sentence: Span, grammar: Grammar, template: Template, match: Span): Reading | null {
  const text = masked.text.slice(sentence.start, sentence.end)
  const { start, end: last } = match
  const matched = text.slice(start, last)
  const first = start + matched.search(/[\uE000\uE001]/)
  const names = namesWithin(masked, sentence.start + first, sentence.start + last)
  if (names.length === 0) return null
  const tail = /[\uE000\uE001]["'”’»」』)\]]*$/.test(matched) ? text.slice(last) : text.slice(first).replace(/^[\uE000\uE001]["'”’»」』)\]]*/, '')
  const bound: Bound = { before: text.slice(0, start), cue: text.slice(start, first), matched, after: tail, bare: !template.maker && (!grammar.spaced || /[\uE000\uE001]$/.test(matched)), doubtful: names.every((name) => name.doubt === 'person') }
  const guard = guardOf(grammar, bound, template.kind)
  return {
    start: sentence.start + start,
    end: sentence.start + last,
    polarity: guard.polarity,
    strength: template.kind,
    names,
    lang: grammar.tag,
    marks: guard.word ? [guard.word] : [],
    machine: grammar.guards.ai.test(text),
    bound: template.bound,
  }
}

/** "I am not X, but Y": the claim behind the denial. */
function contrasted(masked: Masked, sentence: Span, grammar: Grammar, denial: Reading): Reading | null {
  const found = grammar.guards.contrast.exec(masked.text.slice(denial.end, sentence.end))
  if (!found) return null
  const end = denial.end + found[0].length
  const at = denial.end + found[0].search(/[\uE000\uE001]/)
  return { ...denial, start: denial.end, end, polarity: 'claimed', names: namesWithin(masked, at, end), marks: [] }
}

function readWith(masked: Masked, sentence: Span, grammar: Grammar): Reading[] {
  const text = masked.text.slice(sentence.start, sentence.end)
  const readings: Reading[] = []
  const board = boardOf(text, grammar)
  for (const template of grammar.templates) {
    for (const match of matchesOf(board, template)) {
      const reading = readMatch(masked, sentence, grammar, template, match)
      if (!reading) continue
      readings.push(reading)
      const other = reading.polarity === 'denied' ? contrasted(masked, sentence, grammar, reading) : null
      if (other) readings.push(other)
    }
  }
  return readings
}

/** Every binding of a first person to a name in one sentence, by one language's grammar. */
export const readSentence = (masked: Masked, sentence: Span, grammars: readonly Grammar[]): Reading[] =>
  grammars.flatMap((grammar) => readWith(masked, sentence, grammar))
