import type { Span } from '../model'
import type { Context } from './language'

/** So far around a match its context is looked for. */
const REACH = 60

/** Expressions are shared: a hundred rules have the same context. */
const known = new Map<string, RegExp>()

/** The matches that stand in the context asked for, widened by it. */
export function inContext(spans: Span[], line: string, context: Context, { ignoreCase }: { ignoreCase: boolean }): Span[] {
  return spans.flatMap(span => {
    if (context.unless?.includes(line.slice(span.start, span.end))) return [span]
    const start = context.before ? beginning(line, span, context.before, ignoreCase) : -1
    if (start >= 0) return [{ start, end: span.end }]
    const end = context.after ? ending(line, span, context.after, ignoreCase) : -1
    return end >= 0 ? [{ start: span.start, end }] : []
  })
}

function beginning(line: string, { start }: Span, source: string, ignoreCase: boolean): number {
  const from = Math.max(0, start - REACH)
  const at = expression(`(?:${source})$`, ignoreCase).exec(line.slice(from, start))?.index
  return at === undefined ? -1 : from + at
}

function ending(line: string, { end }: Span, source: string, ignoreCase: boolean): number {
  const found = expression(`^(?:${source})`, ignoreCase).exec(line.slice(end, end + REACH))
  return found ? end + found[0].length : -1
}

function expression(source: string, ignoreCase: boolean): RegExp {
  const key = `${ignoreCase ? 'i' : ''} ${source}`
  const compiled = known.get(key) ?? new RegExp(source, ignoreCase ? 'i' : '')
  known.set(key, compiled)
  return compiled
}
