import type { Followed } from '../core/captures/id'
import type { Turn } from '../core/model'
import type { PageReport } from '../core/page'
import type { RulePack } from '../core/rules/index'
import { expectedOn, mutedBy, rulesFor, type Switches } from '../core/switches'
import { openRoots } from '../sites/dom'
import { siteFor } from '../sites/index'
import { emptyMemory, remember, type Memory } from '../sites/memory'
import type { Reading, Site, SiteDefinition } from '../sites/site'
import { openExaminations, type Examinations, type Terms } from './examined'
import { follow } from './follow'
import { openPainter, type Painter } from './highlight'
import { openOutbox, type Outbox } from './outbox'
import { reportOf } from './report'
import { snapshotOf } from './snapshot'
import type { Changed } from './watch'
import { settled } from './withdrawn'

/** What is known of the page after a look. */
export interface Seen {
  site: Site
  reading: Reading
  /** Also the turns that have left the page since. */
  turns: readonly Turn[]
  followed: Followed
  terms: Terms
  examinations: Examinations
}

/** One chat page from load to unload: what was read, what was found in it, what was sent of it. */
export interface Page {
  readonly document: Document
  readonly painter: Painter
  readonly outbox: Outbox
  readonly onReport: (report: PageReport) => void
  switches: Switches
  /** The person's own packs. */
  packs: readonly RulePack[]
  terms: Terms
  /** What a person taught, those whose selectors this browser takes. */
  taught: readonly SiteDefinition[]
  site: Site
  memory: Memory
  /** Null when everything has to be examined again. */
  examinations: Examinations | null
  seen: Seen | null
  /** Conversations handed over before: they are kept up to date even when nothing is flagged any more. */
  readonly kept: Set<string>
}

/** What a person chose: which rules are on, and their own. */
export interface Choices {
  switches: Switches
  packs: readonly RulePack[]
  taught: readonly SiteDefinition[]
}

export function openPage(document: Document, { switches, packs, taught }: Choices, onReport: Page['onReport'], signal: AbortSignal): Page {
  return {
    document,
    painter: openPainter(signal),
    outbox: openOutbox(signal),
    onReport,
    switches,
    packs,
    terms: { rules: rulesFor(switches, packs), muted: mutedBy(switches), expected: expectedOn(location.host, null, switches) },
    taught,
    site: siteFor(document, location.href, taught),
    memory: emptyMemory(),
    examinations: null,
    seen: null,
    kept: new Set(),
  }
}

/** Reads what changed, examines it, paints it and hands it over. Gives back when to look again although nothing changes, in ms. */
export function look(page: Page, changed: Changed): number | null {
  if (!page.seen || page.seen.turns.length === 0) page.site = siteFor(page.document, location.href, page.taught)
  const dirty = changed === 'everything' ? undefined : dirtyTurns(page.site, changed)
  const reading = page.site.read(page.document, location.href, dirty)
  const followed = follow(page.seen, reading)
  const before = page.seen
  if (before && !isSame(before.followed, followed)) forget(page)
  renewTerms(page, reading)
  // What cannot be read rightly is not evidence of anything, and must not be mixed with what is.
  if (reading.health !== 'broken') page.memory = remember(page.memory, reading, new Date().toISOString())
  const examinations = (page.examinations ??= openExaminations(page.terms))
  const { site, terms } = page
  const { turns, again } = settled(page.memory.turns, Date.now())
  page.seen = { site, reading, turns, followed, terms, examinations }
  examine(page, page.seen, dirty, before)
  page.onReport(reportOf(page.seen))
  return again
}

/** Examines everything again under other switches or with other packs. */
export function switchTo(page: Page, chosen: Partial<Omit<Choices, 'taught'>>): void {
  const { switches, packs } = Object.assign(page, chosen)
  page.terms = { ...page.terms, rules: rulesFor(switches, packs), muted: mutedBy(switches) }
  page.examinations = null
  look(page, 'everything')
}

/** Reads the page anew, with what a person taught since or no longer teaches. */
export function teach(page: Page, taught: readonly SiteDefinition[]): void {
  forget(page)
  page.taught = taught
  page.seen = null
  look(page, 'everything')
}

/** Scrolls to a turn; false when it is not on the page now. */
export function show(page: Page, turnId: string): boolean {
  const turn = page.seen?.reading.turns.find(({ id }) => (page.memory.ids.get(id) ?? id) === turnId)
  turn?.element.scrollIntoView({ block: 'center' })
  return turn !== undefined
}

/** Roots whose changes the document's observer does not see. */
export function hiddenRoots(page: Page): Iterable<Node> {
  return page.site.definition.shadow ? openRoots(page.document) : []
}

function examine(page: Page, seen: Seen, dirty: ReadonlySet<Element> | undefined, before: Seen | null): void {
  if (seen.reading.health === 'broken') return page.painter.eraseBut(new Set())
  const changed = seen.examinations.update(seen.turns)
  const shown = new Map(seen.reading.turns.map((turn) => [page.memory.ids.get(turn.id) ?? turn.id, turn]))
  page.painter.eraseBut(new Set(shown.keys()))
  for (const [id, turn] of shown) {
    const stale = !dirty || dirty.has(turn.element) || changed.has(id) || !page.painter.isPaintedOn(id, turn.element)
    if (stale) page.painter.paint(id, turn, seen.examinations.of(id).flags)
  }
  if (changed.size > 0 || outlineOf(before) !== outlineOf(seen)) keep(page, seen)
}

/** What else of a conversation is worth keeping anew when it changes, besides its texts. */
function outlineOf(seen: Seen | null): string {
  const turns = seen?.turns.map(({ streaming, withdrawn }) => (streaming ? 's' : withdrawn ? 'w' : '.'))
  return JSON.stringify([seen?.reading.title, seen?.reading.modelLabel, seen?.reading.health, turns?.join('')])
}

function keep(page: Page, seen: Seen): void {
  const flagged = seen.turns.some((turn) => seen.examinations.of(turn.id).flags.length > 0)
  if (!flagged && !page.kept.has(seen.followed.id)) return
  page.kept.add(seen.followed.id)
  page.outbox.put(seen.followed.id, () => snapshotOf(seen, new Date().toISOString()))
}

/** The expected identity follows the model a person selects, and what the person says it is. */
function renewTerms(page: Page, reading: Reading): void {
  const expected = expectedOn(location.host, reading.modelLabel, page.switches)
  if (JSON.stringify(expected) === JSON.stringify(page.terms.expected)) return
  page.terms = { ...page.terms, expected }
  page.examinations = null
}

function forget(page: Page): void {
  page.painter.eraseBut(new Set())
  page.memory = emptyMemory()
  page.examinations = null
}

function isSame(before: Followed, now: Followed): boolean {
  return before.id === now.id || now.aliases.includes(before.id)
}

function dirtyTurns(site: Site, changed: ReadonlySet<Node>): ReadonlySet<Element> {
  return new Set([...changed].map((node) => site.turnOf(node)).filter((turn) => turn !== null))
}
