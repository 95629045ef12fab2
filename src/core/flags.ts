import type { UnsealedCapture } from './captures/capture'
import { judgeClaim } from './identity/index'
import type { Claim, Examination, Expected, Finding, Identity, Part, Span } from './model'
import type { PageFlag } from './page'

/** What a person is shown a flag for; also the colour it is painted in. */
export type FlagKind = 'conflict' | 'claim' | 'artefact' | 'boilerplate' | 'custom'

/** Something in a turn worth a person's attention: what is painted, counted and kept. */
export interface Flag extends Span {
  kind: FlagKind
  /** The rule's id, or `claim.<strength>` for a claim. */
  rule: string
  where: Part
  quote: string
  identity: Identity | null
}

const kindOfFamily: Record<Exclude<Finding['family'], 'identity'>, FlagKind> = {
  artefact: 'artefact',
  citation: 'artefact',
  boilerplate: 'boilerplate',
  refusal: 'boilerplate',
  slop: 'boilerplate',
  custom: 'custom',
}

/** The rules a claim can be switched off by, shaped like a rule pack's. */
export const claimRules = ['claim.direct', 'claim.kinship', 'claim.policy'] as const

/**
 * What of an examination deserves a flag. A claim does when it is not what the site says of itself; a
 * marker does unless it is the site's own; a name alone never does (mentioning a rival is no leak).
 */
export function flagsOf(examination: Examination, expected: Expected | null, muted: ReadonlySet<string> = new Set()): Flag[] {
  const fromClaims = examination.claims.flatMap((claim) => flagOfClaim(claim, expected))
  const fromFindings = examination.findings.flatMap((finding) => flagOfFinding(finding, expected))
  return [...fromClaims, ...fromFindings].filter((flag) => !muted.has(flag.rule)).sort((a, b) => a.start - b.start)
}

function flagOfClaim(claim: Claim, expected: Expected | null): Flag[] {
  const verdict = judgeClaim(claim, expected)
  if (verdict !== 'conflicting' && verdict !== 'unverifiable') return []
  const { start, end, where, quote, developer, product } = claim
  const kind = verdict === 'conflicting' ? 'conflict' : 'claim'
  return [{ kind, rule: `claim.${claim.strength}`, where, start, end, quote, identity: { developer, product } }]
}

function flagOfFinding(finding: Finding, expected: Expected | null): Flag[] {
  const { family, rule, where, start, end, quote, pointsTo } = finding
  if (family === 'identity') return []
  const own = pointsTo?.developer != null && expected?.developers.includes(pointsTo.developer)
  if (own) return []
  return [{ kind: kindOfFamily[family], rule, where, start, end, quote, identity: pointsTo }]
}

/** The flags of a kept conversation, each with its turn. */
export function flagsOfCapture(capture: UnsealedCapture, muted: ReadonlySet<string> = new Set()): PageFlag[] {
  return capture.messages.flatMap(({ id }) => {
    const ofTurn = <T extends { turn: string }>(list: readonly T[]) => list.filter(({ turn }) => turn === id)
    const examination = { findings: ofTurn(capture.findings), claims: ofTurn(capture.claims), verdict: capture.verdict }
    return flagsOf(examination, capture.expected ?? null, muted).map((flag) => ({ ...flag, turn: id }))
  })
}
