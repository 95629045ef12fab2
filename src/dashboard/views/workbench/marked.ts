import type { Span } from '../../../core/model'

/** A stretch of text, inside a finding or between findings. */
export interface Stretch {
  text: string
  marked: boolean
}

/** A text cut at the edges of its findings; findings that overlap or touch the one before are one stretch with it. */
export function stretchesOf(text: string, findings: readonly Span[]): Stretch[] {
  const stretches: Stretch[] = []
  let at = 0
  for (const { start, end } of merged(findings)) {
    if (start > at) stretches.push({ text: text.slice(at, start), marked: false })
    stretches.push({ text: text.slice(start, end), marked: true })
    at = end
  }
  return at < text.length ? [...stretches, { text: text.slice(at), marked: false }] : stretches
}

function merged(findings: readonly Span[]): Span[] {
  const spans: Span[] = []
  for (const { start, end } of [...findings].sort((a, b) => a.start - b.start)) {
    const last = spans.at(-1)
    if (last && start < last.end) last.end = Math.max(last.end, end)
    else spans.push({ start, end })
  }
  return spans
}
