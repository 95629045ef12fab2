import type { CompiledRule } from './compile'
import { place, type Sighting } from './order'
import type { Settling } from './settle'

/** The line the scan is in, and the expressions that are to be tried on it. */
export interface Lines {
  /** Where the line begins in the whole text. */
  start: number
  gated: Set<CompiledRule>
}

/** An expression sees at most this many code units of a line; a longer one is cut, after white space where there is some. */
export const LONGEST_LINE = 4096

export function newLines(): Lines {
  return { start: 0, gated: new Set() }
}

/** Notes that a text required by an expression was seen, ending at `end`. Ends come in order. */
export function openLine(scan: Settling, rule: CompiledRule, end: number): void {
  closeLines(scan, end - 1)
  scan.lines.gated.add(rule)
}

/** Tries the expressions on every line that is complete and lies before `until`. */
export function closeLines(scan: Settling, until: number): void {
  for (;;) {
    if (nothingToTry(scan)) return skipLines(scan, until)
    const line = lineAt(scan)
    if (line.next < 0 || line.next > until) return
    for (const sighting of tryLine(scan, line.end)) place(scan.sightings, sighting)
    scan.lines.start = line.next
    scan.lines.gated.clear()
  }
}

/** What the expressions find in the line that is still open. */
export function openSightings(scan: Settling): Sighting[] {
  return nothingToTry(scan) ? NONE : tryLine(scan, scan.length)
}

const NONE: Sighting[] = []

/** Whether no expression waits to be tried on the line the scan is in. */
export function nothingToTry(scan: Settling): boolean {
  return scan.lines.gated.size === 0 && scan.rules.ungated.length === 0
}

/** Goes straight to the line that `until` is in, when no expression is to be tried on those before. */
function skipLines(scan: Settling, until: number): void {
  const { lines, tail, tailStart } = scan
  const lineBreak = tail.lastIndexOf('\n', until - 1 - tailStart)
  if (lineBreak + tailStart >= lines.start) lines.start = lineBreak + 1 + tailStart
  while (until - lines.start > LONGEST_LINE) {
    const { next } = lineAt(scan)
    if (next < 0 || next > until) return
    lines.start = next
  }
}

/** Where the open line ends and the next begins; `next` is -1 while it is still open. */
function lineAt(scan: Settling): { end: number; next: number } {
  const { tail, tailStart, lines } = scan
  const begin = lines.start - tailStart
  const lineBreak = tail.indexOf('\n', begin)
  const end = lineBreak < 0 ? tail.length : lineBreak
  if (end - begin > LONGEST_LINE) {
    const cut = cutAt(tail, begin) + tailStart
    return { end: cut, next: cut }
  }
  return { end: end + tailStart, next: lineBreak < 0 ? -1 : lineBreak + 1 + tailStart }
}

function cutAt(text: string, begin: number): number {
  const half = begin + LONGEST_LINE / 2
  for (let i = begin + LONGEST_LINE; i > half; i--) if (/\s/.test(text.charAt(i - 1))) return i
  return begin + LONGEST_LINE
}

function tryLine(scan: Settling, end: number): Sighting[] {
  const { tail, tailStart, lines, where } = scan
  const line = tail.slice(lines.start - tailStart, end - tailStart)
  const found: Sighting[] = []
  for (const rule of [...scan.rules.ungated, ...lines.gated]) {
    if (rule.where && rule.where !== where) continue
    for (const span of rule.matcher!.find(line)) {
      const finding = {
        rule: rule.id, family: rule.family, where, start: lines.start + span.start, end: lines.start + span.end,
        quote: line.slice(span.start, span.end), pointsTo: rule.pointsTo,
      }
      found.push({ rule, finding, before: undefined })
    }
  }
  return found
}
