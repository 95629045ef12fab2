import type { Claim, Polarity, Strength, Verdict } from '../model'

/** What else could make a model say this. Keys for the interface to word; never a finding by themselves. */
export type OtherReason = 'shared-training-data' | 'contamination' | 'system-prompt' | 'wrapper' | 'suggested-by-user' | 'part-played' | 'text-asked-for' | 'quotation' | 'same-vendor-policy-wording' | 'loose-comparison'

/** A claim in keys and quoted words, ready to be worded in any language. */
export interface Explanation {
  /** Message key of what was seen, e.g. `says.direct`, `says.denied`. */
  seen: `says.${Strength}` | `says.${Exclude<Polarity, 'claimed'>}`
  /** Message key of how it stands against the site's own word. */
  verdict: `verdict.${Verdict}`
  developer: string | null
  product: string | null
  quote: string
  because: string[]
  otherReasons: OtherReason[]
}

const reasonsByStrength: Record<Strength, OtherReason[]> = {
  direct: ['shared-training-data', 'contamination', 'system-prompt', 'wrapper'],
  kinship: ['loose-comparison', 'shared-training-data', 'contamination'],
  policy: ['same-vendor-policy-wording', 'shared-training-data', 'contamination', 'system-prompt'],
}

const reasonsByPolarity: Record<Exclude<Polarity, 'claimed'>, OtherReason[]> = {
  denied: [],
  mentioned: [],
  quoted: ['quotation', 'text-asked-for'],
  hypothetical: ['part-played', 'suggested-by-user'],
}

function reasonsFor(claim: Claim, verdict: Verdict): OtherReason[] {
  if (claim.polarity !== 'claimed') return reasonsByPolarity[claim.polarity]
  return verdict === 'consistent' ? [] : reasonsByStrength[claim.strength]
}

/** Says which words made a claim and what else could explain them. It states what was seen, never where a model comes from. */
export function explainClaim(claim: Claim, verdict: Verdict): Explanation {
  const { developer, product, quote, because } = claim
  return {
    seen: claim.polarity === 'claimed' ? `says.${claim.strength}` : `says.${claim.polarity}`,
    verdict: `verdict.${verdict}`,
    developer,
    product,
    quote,
    because,
    otherReasons: reasonsFor(claim, verdict),
  }
}
