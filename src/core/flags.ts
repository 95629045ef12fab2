import type { Message, UnsealedCapture } from './captures/capture'
import { explainClaim, judgeClaim, traceDisagrees, type OtherReason } from './identity/index'
import type { Claim, Examination, Expected, Finding, Identity, Part, Span, Turn, Verdict } from './model'
import type { PageFlag } from './page'

/** What a person is shown a flag for; also the colour it is painted in. */
export type FlagKind = 'conflict' | 'claim' | 'artefact' | 'boilerplate' | 'custom'

/** Something in a turn worth a person's attention: what is painted, counted and kept. */
export interface Flag extends Span {
  kind: FlagKind
  /** The rule's id, `claim.<strength>` for a claim, `site.withdrawn` for an answer the page took back. */
  rule: string
  where: Part
  quote: string
  identity: Identity | null
  /** Of a claim: the words that made it one, and what else could make a model say it. */
  why?: { words: string[]; otherReasons: OtherReason[] }
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
export const claimRules = ['claim.direct', 'claim.kinship', 'claim.policy', 'claim.disagreement'] as const

/** The rule of an answer that was shown and then taken back; no pack holds it, for no text can match it. */
export const WITHDRAWN = 'site.withdrawn'

/** As much of a withdrawn answer as a flag quotes, in UTF-16 code units. */
const LONGEST_QUOTE = 160

/**
 * What of an examination deserves a flag. A claim does when it is not what the site says of itself; a
 * marker does unless it is the site's own; a name alone never does (mentioning a rival is no leak). An
 * answer that was withdrawn deserves one for that, when the `turn` is given.
 */
export function flagsOf(examination: Examination, expected: Expected | null, muted: ReadonlySet<string> = new Set(), turn?: Shown): Flag[] {
  const fromClaims = examination.claims.flatMap((claim) => flagOfClaim(claim, expected))
  const fromBoth = flagOfDisagreement(examination.claims, fromClaims)
  const fromFindings = examination.findings.flatMap((finding) => flagOfFinding(finding, expected))
  const fromTurn = turn ? flagOfWithdrawal(turn) : []
  return [...fromTurn, ...fromClaims, ...fromBoth, ...fromFindings].filter((flag) => !muted.has(flag.rule)).sort((a, b) => a.start - b.start)
}

/** What a page showed of a turn, and whether it took it back. */
export type Shown = Pick<Turn, 'answer' | 'trace' | 'withdrawn'>

function flagOfWithdrawal({ answer, trace, withdrawn }: Shown): Flag[] {
  const where = answer === '' ? 'trace' : 'answer'
  const text = where === 'answer' ? answer : (trace ?? '')
  if (withdrawn === undefined || text === '') return []
  const end = endOfQuote(text)
  return [{ kind: 'artefact', rule: WITHDRAWN, where, start: 0, end, quote: text.slice(0, end), identity: null }]
}

/** Never between the halves of a surrogate pair. */
function endOfQuote(text: string): number {
  const split = /[\uD800-\uDBFF]/.test(text.charAt(LONGEST_QUOTE - 1))
  return Math.min(text.length, split ? LONGEST_QUOTE - 1 : LONGEST_QUOTE)
}

function flagOfClaim(claim: Claim, expected: Expected | null): Flag[] {
  const verdict = judgeClaim(claim, expected)
  if (verdict !== 'conflicting' && verdict !== 'unverifiable') return []
  const { start, end, where, quote, developer, product } = claim
  const kind = verdict === 'conflicting' ? 'conflict' : 'claim'
  return [{ kind, rule: `claim.${claim.strength}`, where, start, end, quote, identity: { developer, product }, why: whyOf(claim, verdict) }]
}

/** Reasoning that names another maker than its own answer does contradicts itself, whatever is expected of the site. */
function flagOfDisagreement(claims: readonly Claim[], flagged: readonly Flag[]): Flag[] {
  const found = traceDisagrees(claims)
  if (!found || flagged.some((flag) => flag.kind === 'conflict')) return []
  const { start, end, where, quote, developer, product } = found.trace
  return [{ kind: 'conflict', rule: 'claim.disagreement', where, start, end, quote, identity: { developer, product }, why: whyOf(found.trace, 'conflicting') }]
}

function whyOf(claim: Claim, verdict: Verdict): Flag['why'] {
  const { because, otherReasons } = explainClaim(claim, verdict)
  return { words: because, otherReasons }
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
  return capture.messages.flatMap((message) => {
    const { id } = message
    const ofTurn = <T extends { turn: string }>(list: readonly T[]) => list.filter(({ turn }) => turn === id)
    const examination = { findings: ofTurn(capture.findings), claims: ofTurn(capture.claims), verdict: capture.verdict }
    return flagsOf(examination, capture.expected ?? null, muted, shownIn(message)).map((flag) => ({ ...flag, turn: id }))
  })
}

/** What a kept message showed. */
export function shownIn({ content, reasoning_content, withdrawn }: Message): Shown {
  return { answer: content, trace: reasoning_content ?? null, ...(withdrawn !== undefined && { withdrawn }) }
}
