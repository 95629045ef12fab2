import type { Span } from '../model'
import { flagsFor, type Expression } from './expression'

/**
 * Runs an expression in time proportional to the text, whatever it says (R. Pike's virtual machine, as in Cox,
 * "Regular Expression Matching: the Virtual Machine Approach", 2009). It finds what JavaScript's own engine finds. Expressions
 * people enter run here; a content script cannot load a larger engine on demand.
 */
export type Program = Step[]

type Step =
  | { do: 'test'; test: (unit: number) => boolean; next: number }
  | { do: 'assert'; holds: (text: string, at: number) => boolean; next: number }
  | { do: 'split'; next: number; other: number }
  | { do: 'match' }

/** Translates an expression into a program. */
export function toProgram(expression: Expression, ignoreCase: boolean): Program {
  const program: Program = []
  emit(program, expression, ignoreCase)
  program.push({ do: 'match' })
  return program
}

/**
 * Looking for all matches is looking for the first one again and again, each time up to the end of the text perhaps. More
 * steps than this on one text are not taken: what was found so far stands.
 */
const MOST_STEPS = 100_000

/** All leftmost, non-overlapping, non-empty matches, as `RegExp` with the flag `g` finds them. */
export function findLinear(program: Program, text: string): Span[] {
  const spans: Span[] = []
  const budget = { steps: MOST_STEPS }
  for (let from = 0; from <= text.length;) {
    const span = firstMatch(program, text, from, budget)
    if (!span) break
    if (span.end > span.start) spans.push(span)
    from = span.end > span.start ? span.end : span.end + 1
  }
  return spans
}

/** Threads in order of preference: where each stands in the program, and where its match began. */
interface Threads {
  at: number[]
  from: number[]
  seen: Int32Array
}

function firstMatch(program: Program, text: string, from: number, budget: { steps: number }): Span | null {
  let now: Threads = { at: [], from: [], seen: new Int32Array(program.length).fill(-1) }
  let next: Threads = { at: [], from: [], seen: new Int32Array(program.length).fill(-1) }
  let best: Span | null = null
  for (let i = from; i <= text.length; i++) {
    if (!best) follow(program, now, 0, i, text, i)
    if (!now.at.length && best) break
    budget.steps -= now.at.length + 1
    if (budget.steps < 0) return null
    best = step(program, now, next, text, i) ?? best
    ;[now, next] = [next, now]
    next.at.length = next.from.length = 0
  }
  return best
}

/** Moves every thread over the unit at `i`; returns the match of the most preferred thread that ended. */
function step(program: Program, now: Threads, next: Threads, text: string, i: number): Span | null {
  const unit = i < text.length ? text.charCodeAt(i) : -1
  for (let t = 0; t < now.at.length; t++) {
    const instruction = program[now.at[t]!]!
    if (instruction.do === 'match') return { start: now.from[t]!, end: i }
    if (instruction.do === 'test' && unit >= 0 && instruction.test(unit)) {
      follow(program, next, instruction.next, i + 1, text, now.from[t]!)
    }
  }
  return null
}

/** Adds a thread, following splits and positions, each program step at most once for each place in the text. */
function follow(program: Program, threads: Threads, first: number, at: number, text: string, from: number): void {
  const todo = [first]
  while (todo.length) {
    const index = todo.pop()!
    if (threads.seen[index] === at) continue
    threads.seen[index] = at
    const instruction = program[index]!
    if (instruction.do === 'split') todo.push(instruction.other, instruction.next)
    else if (instruction.do === 'assert') {
      if (instruction.holds(text, at)) todo.push(instruction.next)
    } else {
      threads.at.push(index)
      threads.from.push(from)
    }
  }
}

function emit(program: Program, expression: Expression, ignoreCase: boolean): void {
  switch (expression.kind) {
    case 'unit': return emitTest(program, escapeUnit(expression.unit), ignoreCase)
    case 'class': return emitTest(program, expression.source, ignoreCase)
    case 'assert':
      program.push({ do: 'assert', holds: POSITIONS[expression.what], next: program.length + 1 })
      return
    case 'sequence':
      for (const part of expression.parts) emit(program, part, ignoreCase)
      return
    case 'either': return emitEither(program, expression.choices, ignoreCase)
    case 'repeat': return emitRepeat(program, expression, ignoreCase)
  }
}

function emitEither(program: Program, choices: Expression[], ignoreCase: boolean): void {
  const ends: { next: number }[] = []
  choices.forEach((choice, i) => {
    const split = { do: 'split' as const, next: program.length + 1, other: -1 }
    const last = i === choices.length - 1
    if (!last) program.push(split)
    emit(program, choice, ignoreCase)
    if (last) return
    const jump = { do: 'split' as const, next: -1, other: -1 }
    program.push(jump)
    ends.push(jump)
    split.other = program.length
  })
  for (const jump of ends) jump.next = (jump as { next: number; other?: number }).other = program.length
}

function emitRepeat(program: Program, repeat: Extract<Expression, { kind: 'repeat' }>, ignoreCase: boolean): void {
  for (let i = 0; i < repeat.min; i++) emit(program, repeat.what, ignoreCase)
  if (repeat.max === Infinity) return emitLoop(program, repeat, ignoreCase)
  for (let i = repeat.min; i < repeat.max; i++) emitOptional(program, repeat, ignoreCase)
}

function emitLoop(program: Program, repeat: Extract<Expression, { kind: 'repeat' }>, ignoreCase: boolean): void {
  const begin = emitOptional(program, repeat, ignoreCase)
  program.push({ do: 'split', next: begin, other: begin })
  setExit(program, begin, repeat.greedy)
}

function emitOptional(program: Program, repeat: Extract<Expression, { kind: 'repeat' }>, ignoreCase: boolean): number {
  const begin = program.length
  program.push({ do: 'split', next: begin + 1, other: begin + 1 })
  emit(program, repeat.what, ignoreCase)
  setExit(program, begin, repeat.greedy)
  return begin
}

function setExit(program: Program, split: number, greedy: boolean): void {
  program[split] = greedy
    ? { do: 'split', next: split + 1, other: program.length }
    : { do: 'split', next: program.length, other: split + 1 }
}

/** One unit is tested by the very engine whose meaning we keep: a class has no way to run long. */
function emitTest(program: Program, source: string, ignoreCase: boolean): void {
  const expression = new RegExp(`^(?:${source})$`, flagsFor(source, ignoreCase).replace('g', ''))
  const known = new Int8Array(0x80)
  const test = (unit: number): boolean => {
    if (unit >= 0x80) return expression.test(String.fromCharCode(unit))
    known[unit] ||= expression.test(String.fromCharCode(unit)) ? 1 : -1
    return known[unit] === 1
  }
  program.push({ do: 'test', test, next: program.length + 1 })
}

function escapeUnit(unit: number): string {
  return `\\u${unit.toString(16).padStart(4, '0')}`
}

const POSITIONS: Record<Extract<Expression, { kind: 'assert' }>['what'], (text: string, at: number) => boolean> = {
  lineStart: (_, at) => at === 0,
  lineEnd: (text, at) => at === text.length,
  boundary: (text, at) => isWordUnit(text, at - 1) !== isWordUnit(text, at),
  notBoundary: (text, at) => isWordUnit(text, at - 1) === isWordUnit(text, at),
}

function isWordUnit(text: string, at: number): boolean {
  return /\w/.test(text.charAt(at))
}
