import type { Claim, Mark, Part } from '../model'
import { isAnnounced, isLabelled, mayBeLabelled, nextCard, saysThatIsMe } from './cards'
import type { CardState } from './cards'
import { knownLanguages, languagesFor, maySpeak } from './languages/index'
import { mask, sentencesWithNames } from './mask'
import type { Masked } from './mask'
import { findNames } from './names'
import type { Name } from './names'
import { frameOf } from './prompt'
import type { Frame } from './prompt'
import { readSentence } from './sentence'
import type { Reading } from './sentence'
import { settingOf } from './setting'
import type { Source } from './setting'
import { blockAt, enter, initialState, personaOf } from './structure'
import type { Block, State } from './structure'

/** What is known about a text before it is read. */
export interface ClaimContext {
  where: Part
  /** What the user asked; it can turn a claim into a part played or a text written. */
  prompt?: string | null
  /** BCP 47 tag, when the caller knows the language; kept for future use by callers, the engine recognises it itself. */
  lang?: string
}

const productOf = (names: readonly Name[]): Name | undefined => names.find((name) => name.product !== null)
const developerOf = (names: readonly Name[]): Name | undefined => names.find((name) => name.product === null)

/** The readings of one polarity, strength and developer, as one claim. */
function claimOf(group: Reading[], masked: Masked, source: Source, span: { start: number; end: number }): Claim {
  const names = group.flatMap((reading) => reading.names)
  const first = group[0]!
  const quote = source.text.slice(span.start, span.end)
  const cues = group.map((reading) => source.text.slice(masked.at[reading.start]!, masked.at[reading.end]!).trim())
  return {
    ...span,
    quote,
    developer: (developerOf(names) ?? productOf(names))?.developer || null,
    product: productOf(names)?.product ?? null,
    polarity: first.polarity,
    strength: first.strength,
    where: source.where,
    lang: first.lang,
    because: [...new Set([...cues, ...group.flatMap((reading) => reading.marks)])].filter((words) => words !== ''),
  }
}

const keyOf = (reading: Reading): string => [reading.polarity, reading.strength, reading.names[0]!.developer].join('|')

function grouped(readings: readonly Reading[]): Reading[][] {
  const groups = new Map<string, Reading[]>()
  for (const reading of readings) groups.set(keyOf(reading), [...(groups.get(keyOf(reading)) ?? []), reading])
  return [...groups.values()]
}

function trimmed(text: string, start: number, end: number): { start: number; end: number } {
  const slice = text.slice(start, end)
  return { start: start + (slice.length - slice.trimStart().length), end: end - (slice.length - slice.trimEnd().length) }
}

/** The same names bound twice: what takes a claim back wins over what did not see it. */
function settled(readings: Reading[]): Reading[] {
  const weaker = (a: Reading, b: Reading) => a.start <= b.end && b.start <= a.end && a.names.some((name) => b.names.includes(name))
  return readings.filter((reading) => reading.polarity !== 'claimed' || !readings.some((other) => other.polarity !== 'claimed' && weaker(reading, other)))
}

const NEAR = 600

/** The sentence around a name, roughly: enough to see whether a first person is in it. */
function around(text: string, start: number, end: number, name: Name): string {
  const before = text.slice(Math.max(start, name.start - NEAR), name.start)
  const after = text.slice(name.end, Math.min(end, name.end + NEAR))
  const opened = Math.max(...['. ', '! ', '? ', '。'].map((stop) => before.lastIndexOf(stop)))
  const closed = /[.!?]\s|。/.exec(after)?.index ?? after.length
  return `${before.slice(opened + 1)}\uE000${after.slice(0, closed)}`.replaceAll('*', '').replaceAll('’', "'")
}

function readBlock(source: Source, start: number, end: number, kind: 'code' | 'quote' | null, names: readonly Name[]): Claim[] {
  if (!names.some((name) => maySpeak(around(source.text, start, end, name)))) return []
  const masked = mask(source.text, start, end, names)
  return sentencesWithNames(masked.text).flatMap((sentence) => {
    const grammars = languagesFor(masked.text.slice(sentence.start, sentence.end))
    if (grammars.length === 0) return []
    const readings = readSentence(masked, sentence, grammars).map((reading) => {
      const setting = settingOf(reading, masked, source, kind, personaOf(source.text.slice(start, end)))
      return setting ? { ...reading, polarity: setting.polarity, marks: [...reading.marks, setting.mark] } : reading
    })
    const groups = grouped(settled(readings))
    const whole = trimmed(source.text, masked.at[sentence.start]!, masked.at[sentence.end]!)
    const clause = (group: Reading[]) => trimmed(source.text, masked.at[group[0]!.start]!, masked.at[Math.max(...group.map((reading) => reading.end))]!)
    return groups.map((group) => claimOf(group, masked, source, groups.length === 1 ? whole : clause(group)))
  })
}

/** A labelled line (`Model: X`) taken as what the speaker says of itself. */
function cardClaim(source: Source, masked: Masked, why: string): Claim {
  const { start, end } = trimmed(source.text, masked.at[0]!, masked.at[masked.at.length - 1]!)
  const { names } = masked
  const identity = { developer: (developerOf(names) ?? productOf(names))?.developer ?? null, product: productOf(names)?.product ?? null }
  return { start, end, quote: source.text.slice(start, end), ...identity, polarity: 'claimed', strength: 'direct', where: source.where, lang: 'und', because: [why] }
}

/** Claims of labelled lines: this one when the speaker was announced or asked for, an earlier one when this line says "that's me". */
function readCard(source: Source, block: Block, names: readonly Name[], card: CardState): { claims: Claim[]; card: CardState } {
  const { waiting } = card
  if (names.length === 0 && !waiting) return { claims: [], card }
  const masked = names.length > 0 && mayBeLabelled(source.text, block.start) ? mask(source.text, block.start, block.end, names) : null
  const labelled = masked && isLabelled(masked) ? masked : null
  const isOwn = labelled !== null && (source.frame.asksIdentity || isAnnounced(source.text, block.start))
  const claims = labelled && isOwn ? [cardClaim(source, labelled, labelled.text.trim().slice(0, 20))] : []
  const line = source.text.slice(block.start, Math.min(block.end, block.start + 400))
  if (waiting && saysThatIsMe(line)) claims.push(cardClaim(source, mask(source.text, waiting.start, waiting.end, findNames(source.text, waiting.start, waiting.end)), line.trim()))
  return { claims, card: nextCard(card, labelled && !isOwn ? block : null) }
}

interface Progress {
  at: number
  state: State
  claims: Claim[]
}

const isCodeNear = (text: string, from: number, to: number): boolean => {
  const stretch = text.slice(from, to)
  return stretch.includes('```') || stretch.includes('~~~')
}

/** Moves over whole lines up to `until` that hold no name and cannot change the state. */
function skipTo(source: Source, progress: Progress, until: number): void {
  const line = source.text.lastIndexOf('\n', until - 1) + 1
  if (line <= progress.at || progress.state.card.waiting || isCodeNear(source.text, progress.at, line)) return
  progress.at = line
}

/** Reads blocks from `progress.at`; returns all claims, and moves `progress` over the settled blocks. */
function readOn(source: Source, progress: Progress): Claim[] {
  const { text } = source
  let names = findNames(text, progress.at, text.length)
  let next = 0
  while (progress.at < text.length) {
    while (next < names.length && names[next]!.start < progress.at) next++
    skipTo(source, progress, names[next]?.start ?? text.length)
    const block = blockAt(text, progress.at)
    const within = names[next] && names[next]!.start < block.end ? names.filter((name) => name.start >= block.start && name.start < block.end) : []
    const { claims, state } = readLine(source, block, within, progress.state)
    if (!block.settled) return claims.length > 0 ? [...progress.claims, ...claims] : progress.claims
    progress.at = block.end
    progress.state = state
    if (claims.length > 0) progress.claims = [...progress.claims, ...claims]
    if (within.some((name) => name.end > block.end)) [names, next] = [findNames(text, block.end, text.length), 0]
  }
  return progress.claims
}

function readLine(source: Source, block: Block, names: readonly Name[], before: State): { claims: Claim[]; state: State } {
  const entered = enter(before, source.text, block)
  const read = names.length > 0 ? readBlock(source, block.start, block.end, entered.kind, names) : []
  const card = readCard(source, block, entered.kind ? [] : names, entered.state.card)
  return { claims: read.length > 0 ? read : card.claims, state: card.card === before.card && entered.state === before ? before : { ...entered.state, card: card.card } }
}

const marksKey = (marks: readonly Mark[], until: number): string =>
  marks.filter((mark) => mark.start < until).map((mark) => `${mark.kind}${mark.start}-${Math.min(mark.end, until)}`).join()

/** Finds claims in a text that grows. `update` takes the whole text so far and returns every claim in it. */
export interface ClaimReader {
  update(text: string, marks?: readonly Mark[]): Claim[]
}

/**
 * A reader for one part of one turn. Settled lines are not read again; a text that is not a continuation of the last
 * one is read anew. The result always equals `findClaims` of the whole text.
 */
export function openClaims(context: ClaimContext): ClaimReader {
  let frame: Frame | null = null
  const source = (text: string, marks: readonly Mark[]): Source => ({
    text,
    marks,
    where: context.where,
    get frame() {
      return (frame ??= frameOf(context.prompt))
    },
  })
  let progress: Progress = { at: 0, state: initialState, claims: [] }
  let seen = ''
  let seenMarks = ''
  let languages = knownLanguages()
  return {
    update(text, marks = []) {
      const own = marks.filter((mark) => mark.where === context.where)
      const isSame = text.startsWith(seen) && marksKey(own, progress.at) === seenMarks && languages === knownLanguages()
      if (!isSame) progress = { at: 0, state: initialState, claims: [] }
      languages = knownLanguages()
      const claims = readOn(source(text, own), progress)
      seen = text.slice(0, progress.at)
      seenMarks = marksKey(own, progress.at)
      return claims
    },
  }
}

/**
 * Every sentence of `text` in which the speaker says who it is, or by its polarity does not. Offsets are UTF-16 code
 * units, end exclusive, and `text.slice(claim.start, claim.end) === claim.quote`. A rival that is only named gives nothing.
 */
export const findClaims = (text: string, context: ClaimContext & { marks?: readonly Mark[] }): Claim[] =>
  openClaims(context).update(text, context.marks)
