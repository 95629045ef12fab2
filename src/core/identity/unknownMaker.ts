/** What may stand before the name of a maker the lexicon does not know; found by the same pass as names. */
export const makingCues = ['created by', 'developed by', 'trained by', 'built by', 'made by', 'designed by', 'programmed by'] as const

const maker = /^ (?:(?:a|an|the|our) )?(?:(?:\p{Ll}[\p{L}-]* ){0,6}(?:at|from|of|called|named) )?(?:the )?[*"“]{0,3}(\p{Lu}[\p{L}\d&.'’-]*(?:,? (?:(?:of|and|for|the) )?(?:\p{Lu}[\p{L}\d&.-]*|\(\p{Lu}+\)))*)/u
const person = /^(?:I|My|God|Dr|Mr|Mrs|Ms|Prof|Professor|Sir|Lord|The|An?|AI|Its?|Human|Humans|You|He|She|They|We|This|That)\b/

/** The capitalised name right after a cue that ends at `at` ("created by researchers at Acme Labs"); null when there is none. */
export function makerAfter(text: string, at: number): { start: number; end: number } | null {
  const found = maker.exec(text.slice(at, at + 160))
  if (!found || person.test(found[1]!)) return null
  const end = at + found[0].length
  return { start: end - found[1]!.length, end: found[1]!.endsWith('.') ? end - 1 : end }
}
