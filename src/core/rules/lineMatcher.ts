import type { Span } from '../model'
import { foldLine } from '../text/line'
import { flagsFor, parseExpression, type Expression, type Refusal } from './expression'
import { findLinear, toProgram } from './linear'
import { requiredTexts, type Required } from './required'

/** An expression ready to be tried on lines. */
export interface LineMatcher {
  /** Texts of which a line must hold one, folded; null: it is tried on every line. */
  required: Required
  /** Spans in the line as it was written. */
  find(line: string): Span[]
}

export type MatcherResult = { ok: true; matcher: LineMatcher } | { ok: false; refusal: Refusal }

export interface MatcherOptions {
  ignoreCase: boolean
  /** Whether typography is folded first. */
  fold: boolean
  /** Known to be safe on the native engine: only expressions of the built-in packs, which a test checks. */
  native: boolean
}

/** Makes a matcher, or says why the expression is refused and where. */
export function lineMatcher(source: string, options: MatcherOptions): MatcherResult {
  const parsed = parseExpression(source)
  if (!parsed.ok) return parsed
  const find = options.native ? findNative(source, options) : findSafely(parsed.expression, options)
  return {
    ok: true,
    matcher: { required: requiredTexts(parsed.expression), find: options.fold ? line => findFolded(find, line) : find },
  }
}

type Find = (line: string) => Span[]

function findNative(source: string, { ignoreCase }: MatcherOptions): Find {
  const flags = flagsFor(source, ignoreCase)
  let expression: RegExp | undefined
  return line => {
    expression ??= new RegExp(source, flags)
    const spans: Span[] = []
    for (const match of line.matchAll(expression)) {
      if (match[0]) spans.push({ start: match.index, end: match.index + match[0].length })
    }
    return spans
  }
}

function findSafely(parsed: Expression, { ignoreCase }: MatcherOptions): Find {
  const program = toProgram(parsed, ignoreCase)
  return line => findLinear(program, line)
}

function findFolded(find: Find, line: string): Span[] {
  const { text, offsets } = foldLine(line)
  const spans = find(text)
  if (!offsets) return spans
  return spans.map(({ start, end }) => ({ start: offsets[start]!, end: offsets[end - 1]! + 1 }))
}
