import type { Part } from '../../src/core/model'

/** One thing the scripted model says. */
export interface Line {
  /** What the last user message must contain (letter case aside) or match. Absent: anything. */
  match?: string | RegExp
  /** The visible reasoning, streamed before the answer. */
  trace?: string
  answer: string
  /** At the end the model's maker takes the answer back: `finish_reason` is `content_filter`. */
  withdrawn?: boolean
  /** The stream stops by itself once this text of the answer (or of the trace) was sent, until `release()`. */
  holdAfter?: string
}

export type Script = readonly Line[]

/** A piece as it goes over the wire. */
export interface Chunk {
  part: Part
  text: string
  /** The stream waits here. */
  hold: boolean
}

/**
 * The line that answers a prompt asked for the nth time (from 0): the nth of those that match it, or the last of them,
 * so that a second line for the same prompt is what a regeneration gives. Lines without `match` answer all the rest.
 */
export function lineFor(script: Script, prompt: string, nth: number): Line {
  const named = script.filter(line => line.match !== undefined && matches(line.match, prompt))
  const fitting = named.length ? named : script.filter(line => line.match === undefined)
  const line = fitting[Math.min(nth, fitting.length - 1)]
  if (!line) throw new Error(`The script has no line for the prompt ${JSON.stringify(prompt)}: add one, or one without "match"`)
  return line
}

function matches(match: string | RegExp, prompt: string): boolean {
  return typeof match === 'string' ? prompt.toLowerCase().includes(match.toLowerCase()) : match.test(prompt)
}

/** The line cut into chunks of `size` characters (code points), the trace first. */
export function chunksOf(line: Line, size: number): Chunk[] {
  const parts: [Part, string][] = [['trace', line.trace ?? ''], ['answer', line.answer]]
  const chunks = parts.flatMap(([part, text]) => cut(text, size).map(piece => ({ part, text: piece, hold: false })))
  if (line.holdAfter) holdPoint(chunks, line).hold = true
  return chunks
}

function cut(text: string, size: number): string[] {
  const characters = Array.from(text)
  return Array.from({ length: Math.ceil(characters.length / size) }, (_, i) => characters.slice(i * size, (i + 1) * size).join(''))
}

function holdPoint(chunks: Chunk[], { holdAfter }: Line): Chunk {
  const sent = { trace: '', answer: '' }
  const chunk = chunks.find(({ part, text }) => (sent[part] += text).includes(holdAfter!))
  if (!chunk) throw new Error(`The line never says ${JSON.stringify(holdAfter)}, so it cannot hold after it`)
  return chunk
}
