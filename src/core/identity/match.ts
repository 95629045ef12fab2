import type { Grammar, Pattern, Step, Template } from './grammar'
import { DEVELOPER, PRODUCT } from './mask'
import type { Span } from '../model'

/** Where a pattern matches in one sentence: the end of the match by where it starts. */
type Table = ReadonlyMap<number, number>

const nowhere: Table = new Map()

/** One sentence with what each pattern of a language matches in it; every pattern is run over it at most once. */
export interface Board {
  text: string
  grammar: Grammar
  tables: (Table | undefined)[]
}

export const boardOf = (text: string, grammar: Grammar): Board => ({ text, grammar, tables: new Array<Table | undefined>(grammar.patterns) })

function tableOf(board: Board, pattern: Pattern): Table {
  const known = board.tables[pattern.id]
  if (known) return known
  let table: Map<number, number> | null = null
  pattern.regexp.lastIndex = 0
  for (let found = pattern.regexp.exec(board.text); found; found = pattern.regexp.exec(board.text)) {
    table ??= new Map()
    table.set(found.index, found.index + found[0].length)
    pattern.regexp.lastIndex = found.index + 1
  }
  board.tables[pattern.id] = table ?? nowhere
  return table ?? nowhere
}

const isSpace = (text: string, at: number): boolean => text.charCodeAt(at) === 32
const skipSpace = (text: string, at: number): number => (isSpace(text, at) ? at + 1 : at)
const isName = (char: string | undefined): boolean => char === PRODUCT || char === DEVELOPER
const endsWord = '.!?;:'

/** The start of the next word, or -1 when a stop word, a name or the end of the clause is in the way. */
function nextWord(board: Board, at: number): number {
  const { text, grammar } = board
  if (grammar.stop && tableOf(board, grammar.stop).has(at)) return -1
  for (let index = at; index < text.length; index++) {
    if (isSpace(text, index)) return index > at ? index + 1 : -1
    if (isName(text[index]) || endsWord.includes(text[index]!)) return -1
  }
  return -1
}

function nextCharacter(board: Board, at: number): number {
  const { text, grammar } = board
  if (at >= text.length || isName(text[at]) || '。!?;'.includes(text[at]!)) return -1
  return grammar.stop && tableOf(board, grammar.stop).has(at) ? -1 : at + 1
}

/** "l'", "d'": what may stick to the next word. */
function elision(text: string, at: number): number {
  if (text[at + 1] === "'") return at + 2
  return text[at + 2] === "'" ? at + 3 : -1
}

function matchGap(board: Board, steps: readonly Step[], index: number, at: number): number {
  const { spaced, gap } = board.grammar
  let here = spaced ? skipSpace(board.text, at) : at
  for (let taken = 0; taken <= gap && here >= 0; taken++) {
    const end = matchFrom(board, steps, index + 1, here)
    if (end >= 0) return end
    const stuck = spaced ? elision(board.text, here) : -1
    const after = stuck >= 0 ? matchFrom(board, steps, index + 1, stuck) : -1
    if (after >= 0) return after
    here = spaced ? nextWord(board, here) : nextCharacter(board, here)
  }
  return -1
}

/** The end of the match of `steps` from `index` on at `at`, or -1. */
function matchFrom(board: Board, steps: readonly Step[], index: number, at: number): number {
  const step = steps[index]
  if (!step) return at
  if (step.kind === 'gap') return matchGap(board, steps, index, at)
  const table = tableOf(board, step.pattern)
  const end = table.get(skipSpace(board.text, at)) ?? table.get(at)
  const through = end !== undefined ? matchFrom(board, steps, index + 1, end) : -1
  return through < 0 && step.optional ? matchFrom(board, steps, index + 1, at) : through
}

/** Every place of the sentence where a template matches, leftmost first, without overlap. */
export function matchesOf(board: Board, template: Template): Span[] {
  const [first] = template.steps
  if (first?.kind !== 'pattern') return []
  const starts = tableOf(board, first.pattern)
  const found: Span[] = []
  let last = -1
  for (const [start, after] of starts) {
    const end = start >= last ? matchFrom(board, template.steps, 1, after) : -1
    if (end < 0) continue
    found.push({ start, end })
    last = end
  }
  return found
}
