/**
 * The nouns everybody shares. Plain JSON-safe data: these values cross messages, storage and exports.
 * All offsets are UTF-16 code units into the part's text, end exclusive.
 */

export type Role = 'user' | 'assistant'

/** The two texts of a turn: what was answered, and the visible reasoning before it. */
export type Part = 'answer' | 'trace'

export interface Span {
  start: number
  end: number
}

/** A stretch of a part that is structure, not the speaker's plain voice. */
export interface Mark extends Span {
  where: Part
  kind: 'code' | 'quote'
}

export interface Turn {
  /** Stable on this page: the site's own id where there is one, else derived from position and text. */
  id: string
  role: Role
  answer: string
  trace: string | null
  marks: Mark[]
  streaming: boolean
  /** The site shows a summary of the reasoning, not the reasoning itself. */
  traceSummarised?: boolean
  /** ISO 8601 UTC: when the page took back what it had shown. */
  withdrawn?: string
  /** ISO 8601 UTC: when the turn was first seen. */
  at?: string
  /** The id of the turn this is an earlier text of: edited, regenerated or replaced on the page. */
  versionOf?: string
  /** ISO 8601 UTC: when this version was last seen. */
  replaced?: string
}

export type Health = 'ok' | 'degraded' | 'broken'

export interface Signals {
  /** How often each required selector matched. */
  required: Record<string, number>
  missing: string[]
}

/** What one chat page holds, as a site reads it. */
export interface Conversation {
  site: string
  url: string
  conversationId: string | null
  title: string | null
  modelLabel: string | null
  turns: Turn[]
  health: Health
  signals: Signals
  /** Why health is not ok, in words a person can act on. Never page text. */
  problems: string[]
}

export interface Identity {
  /** Stable id from the lexicon, e.g. `openai`; null when only the product is known. */
  developer: string | null
  product: string | null
}

/** Whom a site (or the model selected on it) says it is. */
export interface Expected {
  developers: string[]
  /** Empty: any product of these developers agrees. */
  products: string[]
  /** Where this is known from, for the person to judge. */
  source: string
}

export type Family = 'identity' | 'artefact' | 'citation' | 'boilerplate' | 'refusal' | 'slop' | 'custom'
export type Severity = 'high' | 'medium' | 'low'

/** A rule that matched in a turn. `text.slice(start, end) === quote`. */
export interface Finding extends Span {
  rule: string
  family: Family
  where: Part
  quote: string
  pointsTo: Identity | null
}

export type Polarity = 'claimed' | 'denied' | 'mentioned' | 'quoted' | 'hypothetical'
export type Strength = 'direct' | 'kinship' | 'policy'

/** A sentence in which the speaker says who it is (or, by its polarity, does not). */
export interface Claim extends Span, Identity {
  polarity: Polarity
  strength: Strength
  where: Part
  quote: string
  /** BCP 47 primary tag of the grammar that recognised it. */
  lang: string
  /** The words that made it a claim, and those that set its polarity. */
  because: string[]
}

export type Verdict = 'consistent' | 'conflicting' | 'unverifiable' | 'none'

/** Everything core says about one turn. */
export interface Examination {
  findings: Finding[]
  claims: Claim[]
  verdict: Verdict
}
