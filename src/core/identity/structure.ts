import type { Mark, Span } from '../model'
import { noCard } from './cards'
import type { CardState } from './cards'

/** What earlier lines say about the next one. */
export interface State {
  /** The fence that opened a code block; null outside. */
  fence: string | null
  card: CardState
}

export const initialState: State = { fence: null, card: noCard }

/** A line (or the first part of a long one) that is read as a whole. */
export interface Block extends Span {
  /** More text cannot change it. */
  settled: boolean
}

const LONG = 4000
const LONGEST = 2 * LONG

/** Where a long line is cut: after the first sentence end beyond 4,000 characters, at the latest after 8,000; null while neither is there. */
function cutOf(text: string, from: number, end: number): number | null {
  if (end - from <= LONG) return null
  const sentenceEnd = /[.!?]\s|[。！？]/g
  sentenceEnd.lastIndex = from + LONG
  const found = sentenceEnd.exec(text)
  const cut = found ? found.index + found[0].length : Infinity
  if (cut <= Math.min(end, from + LONGEST)) return cut
  return end - from > LONGEST ? from + LONGEST : null
}

/** The block at `from`: a line, or a part of a very long one. */
export function blockAt(text: string, from: number): Block {
  const newline = text.indexOf('\n', from)
  const end = newline === -1 ? text.length : newline + 1
  const cut = cutOf(text, from, end)
  return cut === null ? { start: from, end, settled: newline !== -1 } : { start: from, end: cut, settled: true }
}

const fenceLine = /^[ \t]*(?:>\s*)*(`{3,}|~{3,})/

const fenceOrQuote = new Set(['`', '~', '>', '&', '/', '<'])

function firstCharacter(text: string, { start, end }: Span): string {
  let at = start
  while (at < end && (text[at] === ' ' || text[at] === '\t')) at++
  return text[at] ?? ''
}

/** The state after a line, and whether the line is itself code or a quotation. */
export function enter(state: State, text: string, block: Span): { state: State; kind: 'code' | 'quote' | null } {
  if (!fenceOrQuote.has(firstCharacter(text, block))) return { state, kind: state.fence ? 'code' : null }
  const line = text.slice(block.start, Math.min(block.end, block.start + 200))
  const fence = fenceLine.exec(line)?.[1]
  if (state.fence) {
    const closes = fence !== undefined && fence[0] === state.fence[0] && fence.length >= state.fence.length && /^[ \t>]*[`~]+\s*$/.test(line)
    return { state: closes ? { ...state, fence: null } : state, kind: 'code' }
  }
  if (fence && !line.slice(line.indexOf(fence) + fence.length).includes('`')) return { state: { ...state, fence }, kind: 'code' }
  if (/^\s*(?:\/\/|<!--)/.test(line)) return { state, kind: 'code' }
  return { state, kind: /^\s*(?:>|&gt;)\s*\S/.test(line) ? 'quote' : null }
}

/** The mark that covers an offset. */
export const markAt = (marks: readonly Mark[], offset: number): Mark | undefined =>
  marks.find((mark) => mark.start <= offset && offset < mark.end)

const persona = /^[\s*_#>-]*(?:\[(?:\p{So}\s*)?(?!AI\b|Assistant|Answer|Response|Note|Your|Name|Insert|INST)\p{Lu}[^\]\n]{1,24}\](?!\()|\(\p{So}[^)\n]{2,20}\)|(?!AI\b|Q\b|A\b|NOTE|ANSWER|RESPONSE|FINAL|OK\b|LLM|ASSISTANT|YES|NO\b|NAME|MODEL|VERSION|CREATOR|DEVELOPER|COMPANY|TLDR|TB\b)[A-Z][A-Z0-9]{2,15}(?=:))\s*(?:\*\*)?\s*:?|<\|[A-Za-z]+\|>/u

/** The tag of a persona that speaks this line (`[DAN]:`, `STAN:`). */
export const personaOf = (line: string): string | null => persona.exec(line)?.[0].trim() ?? null
