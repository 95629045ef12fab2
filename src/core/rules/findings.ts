import type { Finding, Mark, Part, Span } from '../model'
import type { Sighting } from './order'

/** The findings a rule's scope keeps, given which stretches of the part are code. */
export function keepWanted(sightings: readonly Sighting[], where: Part, marks: readonly Mark[]): Finding[] {
  const code = marks.length ? marks.filter(mark => mark.kind === 'code' && mark.where === where) : marks
  const kept: Finding[] = []
  for (const { rule, finding } of sightings) {
    if (rule.code && (rule.code === 'only') !== code.some(mark => overlap(mark, finding))) continue
    kept.push(finding)
  }
  return kept
}

function overlap(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end
}
