import type { Claim, Expected, Verdict } from '../model'
import { developersOfProduct } from './lexicon'

/** Developers a claim points to: the one it states, and the known maker of the product it states. */
const pointedTo = (claim: Claim): string[] =>
  [...new Set([claim.developer, ...(claim.product ? developersOfProduct(claim.product) : [])].flatMap((id) => id ?? []))]

/**
 * One claim against whom the site says it is; `none` for anything but a claim in the speaker's own voice. Products of one
 * developer never conflict with each other (Bard and Gemini, Qwen and Tongyi): models are poor at their own version.
 * Kinship and policy say whose technology or rules, not who: they can agree, but alone they never conflict.
 */
export function judgeClaim(claim: Claim, expected: Expected | null): Verdict {
  if (claim.polarity !== 'claimed') return 'none'
  const developers = pointedTo(claim)
  if (!expected || developers.length === 0) return 'unverifiable'
  if (developers.every((developer) => expected.developers.includes(developer))) return 'consistent'
  return claim.strength === 'direct' ? 'conflicting' : 'unverifiable'
}

const gravity: readonly Verdict[] = ['conflicting', 'consistent', 'unverifiable']

/** The verdict of a turn: one conflicting claim decides, then agreement, then what cannot be checked. */
export function verdictOf(claims: readonly Claim[], expected: Expected | null): Verdict {
  const verdicts = new Set(claims.map((claim) => judgeClaim(claim, expected)))
  return gravity.find((verdict) => verdicts.has(verdict)) ?? 'none'
}

/** A trace and an answer of one turn that say different things of who speaks. */
export interface TraceDisagreement {
  trace: Claim
  answer: Claim
}

const isOwn = (claim: Claim): boolean => claim.polarity === 'claimed' && claim.strength === 'direct' && claim.developer !== null

/** The first direct claim of the trace that shares no developer with any direct claim of the answer; null when they agree or either is silent. */
export function traceDisagrees(claims: readonly Claim[]): TraceDisagreement | null {
  const answers = claims.filter((claim) => claim.where === 'answer' && isOwn(claim))
  const said = new Set(answers.flatMap(pointedTo))
  const trace = claims.find((claim) => claim.where === 'trace' && isOwn(claim) && !pointedTo(claim).some((developer) => said.has(developer)))
  return trace && answers[0] ? { trace, answer: answers[0] } : null
}
