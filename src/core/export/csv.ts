import type { Capture, Message, StoredClaim, StoredFinding } from '../captures/capture'
import { textIn } from '../captures/entry'
import type { Flag } from '../flags'
import type { Part, Span } from '../model'
import { csvLine, type Cell } from './csvText'
import { flaggedMessages, type Flagged } from './flagged'

interface Row {
  capture: Capture
  message: Message
  /** The finding, or the claim that no finding is part of. */
  found: StoredFinding | StoredClaim
  finding: StoredFinding | null
  claim: StoredClaim | null
  flag: Flag | null
}

const CONTEXT = 60

/** The first column is not one to join on: some programs keep the byte order mark as part of its name. */
const columns: Record<string, (row: Row) => Cell> = {
  site: ({ capture }) => capture.site,
  host: ({ capture }) => capture.host,
  capture: ({ capture }) => capture.id,
  url: ({ capture }) => capture.url,
  title: ({ capture }) => capture.title,
  model_label: ({ capture }) => capture.modelLabel,
  captured_at: ({ capture }) => capture.capturedAt,
  health: ({ capture }) => capture.health,
  capture_verdict: ({ capture }) => capture.verdict,
  expected_developer: ({ capture }) => capture.expected?.developers.join(' '),
  message: ({ message }) => message.id,
  role: ({ message }) => message.role,
  at: ({ message }) => message.at,
  withdrawn: ({ message }) => message.withdrawn,
  replaced: ({ message }) => message.replaced,
  flag: ({ flag }) => flag?.kind,
  rule: ({ finding }) => finding?.rule,
  family: ({ finding }) => finding?.family,
  pack: ({ finding }) => finding?.pack,
  where: ({ found }) => found.where,
  start: ({ found }) => found.start,
  end: ({ found }) => found.end,
  prefix: ({ message, found }) => textIn(message, found.where)?.slice(Math.max(0, found.start - CONTEXT), found.start),
  quote: ({ found }) => found.quote,
  suffix: ({ message, found }) => textIn(message, found.where)?.slice(found.end, found.end + CONTEXT),
  points_to_developer: ({ finding }) => finding?.pointsTo?.developer,
  points_to_product: ({ finding }) => finding?.pointsTo?.product,
  polarity: ({ claim }) => claim?.polarity,
  strength: ({ claim }) => claim?.strength,
  claimed_developer: ({ claim }) => claim?.developer,
  claimed_product: ({ claim }) => claim?.product,
  claim_lang: ({ claim }) => claim?.lang,
  claim_quote: ({ claim }) => claim?.quote,
  sha256: ({ capture }) => capture.sha256,
}

/** Spreadsheets take a file for UTF-8 only if it begins so; without it Chinese text is silently spoilt. */
const BYTE_ORDER_MARK = '\ufeff'

export function csvHead(): string {
  return BYTE_ORDER_MARK + csvLine(Object.keys(columns))
}

/** One row a finding, with the claim it is part of; a claim that holds no finding has a row of its own. */
export function* csvRows(capture: Capture): Generator<string> {
  for (const flagged of flaggedMessages(capture)) {
    for (const row of rowsOf(capture, flagged)) yield csvLine(Object.values(columns).map((cell) => cell(row)))
  }
}

function* rowsOf(capture: Capture, { message, findings, claims, flags }: Flagged): Generator<Row> {
  const told = new Set<StoredClaim>()
  const rowOf = (finding: StoredFinding | null, claim: StoredClaim | null): Row => {
    const found = (finding ?? claim)!
    return { capture, message, found, finding, claim, flag: flags.find((flag) => overlap(flag, found)) ?? null }
  }
  for (const finding of findings) {
    const claim = claims.find((claim) => overlap(claim, finding)) ?? null
    if (claim) told.add(claim)
    yield rowOf(finding, claim)
  }
  for (const claim of claims) if (!told.has(claim)) yield rowOf(null, claim)
}

function overlap(a: Span & { where: Part }, b: Span & { where: Part }): boolean {
  return a.where === b.where && a.start < b.end && b.start < a.end
}
