import type { Flag } from './flags'
import type { Expected, Health, Verdict } from './model'

/** A flag and the turn it is in. */
export interface PageFlag extends Flag {
  turn: string
}

/** What a content script knows of its page now; the popup asks for it, the badge is drawn from it. */
export interface PageReport {
  site: string
  label: string
  host: string
  url: string
  modelLabel: string | null
  health: Health
  /** Why health is not ok, in words a person can act on. */
  problems: string[]
  turns: number
  expected: Expected | null
  verdict: Verdict
  conflicts: number
  flags: PageFlag[]
}
