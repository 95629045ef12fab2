import type { Span } from '../model'
import { foldPhrase } from '../text/fold'
import { foldLine } from '../text/line'
import { inContext } from './context'
import { flagsFor, parseExpression, type Expression, type Refusal } from './expression'
import type { Context } from './language'
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
  /**
   * Known to be safe on the native engine, with the texts it requires: only expressions of the built-in packs, which a
   * test checks. Absent: the expression is a stranger's.
   */
  trusted?: { needs: readonly string[] | undefined; context: Context | undefined } | undefined
}

/** Makes a matcher, or says why the expression is refused and where. */
export function lineMatcher(source: string, options: MatcherOptions): MatcherResult {
  const { trusted } = options
  if (trusted?.needs) return { ok: true, matcher: matcher(trusted.needs.map(foldPhrase), findTrusted(source, trusted.context, options), options) }
  const parsed = parseExpression(options.fold ? foldSource(source) : source)
  if (!parsed.ok) return parsed
  const find = trusted ? findNative(source, options) : findSafely(parsed.expression, options)
  return { ok: true, matcher: matcher(requiredTexts(parsed.expression), find, options) }
}

function matcher(required: Required, find: Find, { fold }: MatcherOptions): LineMatcher {
  return { required, find: fold ? line => findFolded(find, line) : find }
}

type Find = (line: string) => Span[]

function findTrusted(source: string, context: Context | undefined, options: MatcherOptions): Find {
  const find = findNative(source, options)
  return context ? line => inContext(find(line), line, context, options) : find
}

function findNative(source: string, { ignoreCase, fold }: MatcherOptions): Find {
  let expression: RegExp | undefined
  return line => {
    expression ??= new RegExp(fold ? foldSource(source) : source, flagsFor(source, ignoreCase))
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

/** An expression that asks for “ or ’ or a no-break space means what lines are folded to. */
export function foldSource(source: string): string {
  return source.replace(/\\u([\da-fA-F]{4})|\\?([\u0080-\uffff])/g, (written, code?: string, char?: string) => {
    const unit = code ? parseInt(code, 16) : char!.charCodeAt(0)
    const folded = foldLine(String.fromCharCode(unit)).text
    if (unit < 0x80 || folded.charCodeAt(0) === unit) return written
    return folded && folded < '\x80' ? `\\x${folded.charCodeAt(0).toString(16)}` : folded
  })
}

function findFolded(find: Find, line: string): Span[] {
  const { text, offsets } = foldLine(line)
  const spans = find(text)
  if (!offsets) return spans
  return spans.map(({ start, end }) => ({ start: offsets[start]!, end: offsets[end - 1]! + 1 }))
}
