import type { Mark, Part, Span } from './model'

interface Run {
  at: number
  length: number
}

/** What is open while the lines of a text are read. */
interface Reading {
  marks: Mark[]
  where: Part
  fence: (Run & { sign: string }) | null
  /** Start of the block quote the last line belonged to. */
  quote: number | null
  /** Runs of backticks in the paragraph so far. */
  runs: Run[]
}

/**
 * Where raw Markdown is not the writer's plain voice: fenced and inline code, block quotes; in order of
 * start. Indented code is left out: in what models write, an indented line is nearly always the rest of a
 * list item. One pass, in proportion to the text.
 */
export function marksOf(text: string, where: Part): Mark[] {
  if (!/[`~>]/.test(text)) return []
  const reading: Reading = { marks: [], where, fence: null, quote: null, runs: [] }
  for (let start = 0; start < text.length; ) {
    const newline = text.indexOf('\n', start)
    const end = newline < 0 ? text.length : newline
    readLine(reading, text, { start, end })
    start = end + 1
  }
  closeQuote(reading, text.length)
  closeParagraph(reading)
  if (reading.fence) mark(reading, 'code', reading.fence.at, text.length)
  return reading.marks.sort((a, b) => a.start - b.start)
}

function readLine(reading: Reading, text: string, line: Span): void {
  const first = firstSign(text, line)
  if (reading.fence) return closeFence(reading, text, line, first)
  const isQuote = text[first] === '>'
  if (!isQuote) closeQuote(reading, line.start)
  if (isQuote) {
    closeParagraph(reading)
    reading.quote ??= line.start
  } else if (first === line.end) closeParagraph(reading)
  else if (!openFence(reading, text, line, first)) collectRuns(reading.runs, text, line)
}

function openFence(reading: Reading, text: string, line: Span, first: number): boolean {
  const sign = text[first]!
  if (sign !== '`' && sign !== '~') return false
  const length = runLength(text, first, line.end)
  const info = text.slice(first + length, line.end)
  if (length < 3 || (sign === '`' && info.includes('`'))) return false
  closeParagraph(reading)
  reading.fence = { at: line.start, length, sign }
  return true
}

function closeFence(reading: Reading, text: string, line: Span, first: number): void {
  const { sign, length, at } = reading.fence!
  if (text[first] !== sign) return
  const run = runLength(text, first, line.end)
  if (run < length || text.slice(first + run, line.end).trim() !== '') return
  mark(reading, 'code', at, line.end)
  reading.fence = null
}

function closeQuote(reading: Reading, end: number): void {
  if (reading.quote !== null) mark(reading, 'quote', reading.quote, end)
  reading.quote = null
}

/** A run of backticks is closed by the next run of the same length in the paragraph, or is text. */
function closeParagraph(reading: Reading): void {
  const { runs } = reading
  const later = new Map<number, number>()
  const next = runs.map(() => -1)
  for (let i = runs.length - 1; i >= 0; i--) {
    next[i] = later.get(runs[i]!.length) ?? -1
    later.set(runs[i]!.length, i)
  }
  for (let i = 0; i < runs.length; i++) {
    const closing = next[i]!
    if (closing < 0) continue
    mark(reading, 'code', runs[i]!.at, runs[closing]!.at + runs[closing]!.length)
    i = closing
  }
  reading.runs = []
}

function collectRuns(runs: Run[], text: string, line: Span): void {
  for (let at = text.indexOf('`', line.start); at >= 0 && at < line.end; ) {
    const length = runLength(text, at, line.end)
    if (text[at - 1] !== '\\') runs.push({ at, length })
    at = text.indexOf('`', at + length)
  }
}

function runLength(text: string, at: number, end: number): number {
  let length = 1
  while (at + length < end && text[at + length] === text[at]) length++
  return length
}

function firstSign(text: string, line: Span): number {
  let at = line.start
  while (at < line.end && (text[at] === ' ' || text[at] === '\t' || text[at] === '\r')) at++
  return at
}

function mark({ marks, where }: Reading, kind: Mark['kind'], start: number, end: number): void {
  marks.push({ where, kind, start, end })
}
