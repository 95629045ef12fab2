import { NOT_YET_KNOWN, ONE_SYMBOL, learnUnit, type Alphabet } from './alphabet'
import { BOUNDARY, type Automaton } from './automaton'

/** Matches found, in order: where each ended (the index of its last code unit in the whole text) and in which state. */
export interface Hits {
  at: number[]
  state: number[]
}

/** Shorter texts are not worth dividing. */
const WORTH_DIVIDING = 256
/** Longer texts are taken in pieces, which stay in the processor's nearest memory. */
const PIECE = 32_768
const CHAINS = 4

/**
 * Runs the automaton over `text` from `state`, adding the matches to `hits` with `base` added to their positions, and
 * returns the state reached. Work is one step for each code unit, whatever the number of phrases.
 */
export function run(automaton: Automaton, text: string, state: number, base: number, hits: Hits): number {
  if (text.length < WORTH_DIVIDING) return runRange(automaton, text, 0, text.length, state, base, hits)
  let at = state
  for (let from = 0; from < text.length; from += PIECE) at = runPiece(automaton, text.slice(from, from + PIECE), at, base + from, hits)
  return at
}

/** The piece as bytes, when it is ASCII: arrays are read faster than strings. */
const bytes = new Uint8Array(PIECE)
const encoder = new TextEncoder() as TextEncoder & { encodeInto(text: string, into: Uint8Array): { read: number; written: number } }

function runPiece(automaton: Automaton, text: string, state: number, base: number, hits: Hits): number {
  const length = Math.floor(text.length / CHAINS)
  const found = [hits, newHits(), newHits(), newHits()]
  const { read, written } = encoder.encodeInto(text, bytes)
  const quarters = read === text.length && written === read ? runQuartersOfBytes(automaton, bytes, length, base, state, found) : runQuarters(automaton, text, length, base, state, found)
  let reached = quarters[0]!
  for (let chain = 1; chain < CHAINS; chain++) {
    reached = join(automaton, text, chain * length, length, base, { reached, end: quarters[chain]! }, hits, found[chain]!)
  }
  return runRange(automaton, text, CHAINS * length, text.length, reached, base, hits)
}

export function newHits(): Hits {
  return { at: [], state: [] }
}

function runRange(automaton: Automaton, text: string, from: number, to: number, state: number, base: number, hits: Hits): number {
  const { alphabet, table, firstAccepting } = automaton
  const { codes, shift } = alphabet
  let at = state
  for (let i = from; i < to; i++) {
    let code = codes[text.charCodeAt(i)]!
    if (code > 0xff) {
      code = learned(alphabet, code, text, i)
      if (code > 0xff) at = table[(at << shift) + (code >> 8)]!
      code &= 0xff
    }
    at = table[(at << shift) + code]!
    if (at >= firstAccepting) note(hits, base + i, at)
  }
  return at
}

/**
 * Four chains over the quarters of the text at once: each step waits for memory, and four can wait together. More than
 * half as fast again as one chain; written out, since a loop over chains would lose it. 0xff is ONE_SYMBOL: a constant of
 * another module is looked up each time it is used, which is felt here.
 */
function runQuarters(automaton: Automaton, text: string, length: number, base: number, state: number, found: Hits[]): number[] {
  const { alphabet, table, firstAccepting } = automaton
  const { codes, shift } = alphabet
  const [second, third, fourth] = [length, 2 * length, 3 * length]
  let [a, b, c, d] = [state, BOUNDARY, BOUNDARY, BOUNDARY]
  for (let i = 0; i < length; i++) {
    let p = codes[text.charCodeAt(i)]!
    let q = codes[text.charCodeAt(i + second)]!
    let r = codes[text.charCodeAt(i + third)]!
    let s = codes[text.charCodeAt(i + fourth)]!
    if ((p | q | r | s) > 0xff) {
      p = learned(alphabet, p, text, i)
      q = learned(alphabet, q, text, i + second)
      r = learned(alphabet, r, text, i + third)
      s = learned(alphabet, s, text, i + fourth)
      if (p > 0xff) a = table[(a << shift) + (p >> 8)]!
      if (q > 0xff) b = table[(b << shift) + (q >> 8)]!
      if (r > 0xff) c = table[(c << shift) + (r >> 8)]!
      if (s > 0xff) d = table[(d << shift) + (s >> 8)]!
      p &= 0xff
      q &= 0xff
      r &= 0xff
      s &= 0xff
    }
    a = table[(a << shift) + p]!
    b = table[(b << shift) + q]!
    c = table[(c << shift) + r]!
    d = table[(d << shift) + s]!
    if (a >= firstAccepting) note(found[0]!, base + i, a)
    if (b >= firstAccepting) note(found[1]!, base + i + second, b)
    if (c >= firstAccepting) note(found[2]!, base + i + third, c)
    if (d >= firstAccepting) note(found[3]!, base + i + fourth, d)
  }
  return [a, b, c, d]
}

function learned(alphabet: Alphabet, code: number, text: string, at: number): number {
  return code === NOT_YET_KNOWN ? learnUnit(alphabet, text.charCodeAt(at)) : code
}

/** The same over ASCII bytes, all of which are known. The engine reads an array and a string by different code, so there are two. */
function runQuartersOfBytes(automaton: Automaton, units: Uint8Array, length: number, base: number, state: number, found: Hits[]): number[] {
  const { alphabet, table, firstAccepting } = automaton
  const { codes, shift } = alphabet
  const [second, third, fourth] = [length, 2 * length, 3 * length]
  let [a, b, c, d] = [state, BOUNDARY, BOUNDARY, BOUNDARY]
  for (let i = 0; i < length; i++) {
    let p = codes[units[i]!]!
    let q = codes[units[i + second]!]!
    let r = codes[units[i + third]!]!
    let s = codes[units[i + fourth]!]!
    if ((p | q | r | s) > 0xff) {
      if (p > 0xff) a = table[(a << shift) + (p >> 8)]!
      if (q > 0xff) b = table[(b << shift) + (q >> 8)]!
      if (r > 0xff) c = table[(c << shift) + (r >> 8)]!
      if (s > 0xff) d = table[(d << shift) + (s >> 8)]!
      p &= 0xff
      q &= 0xff
      r &= 0xff
      s &= 0xff
    }
    a = table[(a << shift) + p]!
    b = table[(b << shift) + q]!
    c = table[(c << shift) + r]!
    d = table[(d << shift) + s]!
    if (a >= firstAccepting) note(found[0]!, base + i, a)
    if (b >= firstAccepting) note(found[1]!, base + i + second, b)
    if (c >= firstAccepting) note(found[2]!, base + i + third, c)
    if (d >= firstAccepting) note(found[3]!, base + i + fourth, d)
  }
  return [a, b, c, d]
}

function note(hits: Hits, at: number, state: number): void {
  hits.at.push(at)
  hits.state.push(state)
}

/** A chain's states: the true one where it begins, and the one it ended in. It began in BOUNDARY, knowing no better. */
interface Chain {
  reached: number
  end: number
}

/**
 * Goes on from the true state where a chain began, until it would have been in the same: from there on what the chain found
 * is right. Returns the true state at the chain's end.
 */
function join(automaton: Automaton, text: string, from: number, length: number, base: number, chain: Chain, hits: Hits, found: Hits): number {
  let right = chain.reached
  let known = BOUNDARY
  let at = from
  for (; right !== known && at < from + length; at++) {
    const unit = text.charCodeAt(at)
    right = step(automaton, right, unit)
    known = step(automaton, known, unit)
    if (right >= automaton.firstAccepting) note(hits, base + at, right)
  }
  for (let i = 0; i < found.at.length; i++) if (found.at[i]! >= base + at) note(hits, found.at[i]!, found.state[i]!)
  return right === known ? chain.end : right
}

function step({ alphabet, table }: Automaton, state: number, unit: number): number {
  let code = alphabet.codes[unit]!
  if (code === NOT_YET_KNOWN) code = learnUnit(alphabet, unit)
  const at = code > ONE_SYMBOL ? table[(state << alphabet.shift) + (code >> 8)]! : state
  return table[(at << alphabet.shift) + (code & ONE_SYMBOL)]!
}
