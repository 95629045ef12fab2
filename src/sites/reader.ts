import type { Mark, Part, Role } from '../core/model'
import type { ReadTurn, Reading, Site, SiteDefinition } from './site'
import type { Finder, TurnElement } from './finder'
import type { BodyText } from './text'
import type { Root } from './dom'
import { anyOf, composedClosest, composedContains, composedParent, isElement, openRoots, queryAll, within } from './dom'
import { conversationIdOf, modelLabelOf, titleOf } from './facts'
import { definedFinder } from './finder'
import { assess, type Assessment } from './health'
import { nameTurns, siteId } from './ids'
import { readText } from './text'
import { isTraceHeading, splitThinking } from './thinking'

type Body = Omit<ReadTurn, 'id'>

/** A turn whose id is not settled yet; `known` when it was read before and nothing touched it since. */
interface Unnamed {
  turn: Body
  known: ReadTurn | null
  siteId: string | null
}

interface Page {
  document: Document
  roots: Root[]
  /** Something says that an answer is still coming, without saying which. */
  stop: boolean
}

function joined(bodies: readonly (BodyText | null)[]): BodyText | null {
  const present = bodies.filter((body) => body !== null && body.text !== '') as BodyText[]
  if (present.length < 2) return present[0] ?? null
  const out: BodyText = { text: '', pieces: [], marks: [] }
  for (const body of present) {
    const shift = out.text ? out.text.length + 2 : 0
    out.text += (shift ? '\n\n' : '') + body.text
    out.pieces.push(...body.pieces.map((piece) => ({ ...piece, start: piece.start + shift })))
    out.marks.push(...body.marks.map((mark) => ({ ...mark, start: mark.start + shift, end: mark.end + shift })))
  }
  return out
}

function marksOf(body: BodyText | null, where: Part): Mark[] {
  return (body?.marks ?? []).map((mark) => ({ ...mark, where }))
}

function isHeading(element: Element): boolean {
  const text = element.textContent ?? ''
  return text.length < 80 && isTraceHeading(text)
}

/** What a trace says beyond its own heading: a collapsed one has only that, and is no trace yet. */
function readTraces(traces: readonly Element[]): BodyText | null {
  const body = readText(traces, (element) => element.matches('summary') || isHeading(element))
  return body.text.length > 0 ? body : null
}

function isStreaming(definition: SiteDefinition, turn: TurnElement, page: Page): boolean {
  const selector = anyOf(definition.selectors.streaming)
  if (!selector || turn.role === 'user') return false
  return within(turn.element, selector, page.roots).length > 0 || composedClosest(turn.element, selector) !== null
}

function readParts(definition: SiteDefinition, finder: Finder, turn: TurnElement, page: Page): Body {
  const { bodies, traces, skip } = finder.parts(turn, page.roots)
  const body = readText(bodies, skip)
  const { answer, trace: written } = turn.role === 'assistant' ? splitThinking(body) : { answer: body, trace: null }
  const trace = joined([readTraces(traces), written])
  return {
    role: turn.role,
    answer: answer.text,
    trace: trace?.text ?? null,
    marks: [...marksOf(answer, 'answer'), ...marksOf(trace, 'trace')],
    streaming: isStreaming(definition, turn, page),
    ...(trace && definition.traceSummarised ? { traceSummarised: true } : {}),
    element: turn.element,
    pieces: { answer: answer.pieces, trace: trace?.pieces ?? [] },
  }
}

/** Many pages keep their stop button at all times and only show it when there is something to stop. */
function isRendered(element: Element): boolean {
  return typeof element.checkVisibility !== 'function' || element.checkVisibility()
}

interface Kept {
  page: Page | null
  turns: Map<Element, ReadTurn>
  siteIds: Map<Element, string | null>
  assessment: Assessment | null
  reads: number
}

/** What cannot change while an answer streams is looked at again this often, and whenever a turn comes or goes. */
const READS_BETWEEN_CHECKS = 100

function named(turns: readonly Unnamed[]): ReadTurn[] {
  const ids = nameTurns(turns.map(({ turn, siteId }) => ({ role: turn.role, text: turn.answer, siteId })))
  return turns.map(({ turn, known }, i) => (known && known.id === ids[i] && known.streaming === turn.streaming ? known : { ...turn, id: ids[i]! }))
}

/** A definition bound to the page it reads. */
interface Bound {
  definition: SiteDefinition
  finder: Finder
  /** Selectors of what shows that an answer is still coming. */
  stop: string
  streaming: string
  kept: Kept
}

function streamsOutside({ streaming }: Bound, turns: readonly Unnamed[], page: Page): boolean {
  const signs = queryAll(page.roots, streaming).filter(isRendered)
  return signs.some((sign) => !turns.some(({ turn }) => composedContains(turn.element, sign) || sign.contains(turn.element)))
}

function settled({ kept }: Bound, turn: TurnElement, dirty: ReadonlySet<Element> | undefined): ReadTurn | null {
  const known = kept.turns.get(turn.element)
  return dirty && known && known.role === turn.role && !known.streaming && !dirty.has(turn.element) ? known : null
}

function readOne(bound: Bound, turn: TurnElement, page: Page, dirty?: ReadonlySet<Element>): Unnamed {
  const { definition, finder, kept } = bound
  const known = settled(bound, turn, dirty)
  const named = known ? kept.siteIds.get(turn.element) : undefined
  const id = named === undefined ? siteId(turn.element, turn.role, definition.idAttributes ?? [], page.roots) : named
  return { turn: known ?? readParts(definition, finder, turn, page), known, siteId: id }
}

function readTurns(bound: Bound, page: Page, dirty?: ReadonlySet<Element>): ReadTurn[] {
  const turns = bound.finder.turns(page.roots).map((turn) => readOne(bound, turn, page, dirty))
  bound.kept.siteIds = new Map(turns.map(({ turn, siteId }) => [turn.element, siteId]))
  const last = turns.at(-1)
  if (last?.turn.role === 'assistant' && (page.stop || streamsOutside(bound, turns, page))) last.turn = { ...last.turn, streaming: true }
  return named(turns)
}

function read(bound: Bound, document: Document, url: string, dirty?: ReadonlySet<Element>): Reading {
  const { definition, finder, stop, kept } = bound
  const roots = definition.shadow ? openRoots(document) : [document]
  const page = { document, roots, stop: stop !== '' && queryAll(roots, stop).some(isRendered) }
  const due = kept.reads % READS_BETWEEN_CHECKS === 0
  if (due) kept.siteIds.clear()
  const turns = readTurns(bound, page, dirty)
  const changed = turns.length !== kept.turns.size || turns.length < 4
  if (!dirty || due || changed || !kept.assessment) {
    kept.assessment = assess({ definition, url, page, turns, required: finder.signals(roots), doubts: finder.doubts() })
  }
  kept.reads += 1
  kept.page = page
  kept.turns = new Map(turns.map((turn) => [turn.element, turn]))
  return {
    site: definition.id, url, conversationId: conversationIdOf(definition, url), title: titleOf(document, roots, definition),
    modelLabel: modelLabelOf(roots, definition), turns, ...kept.assessment,
  }
}

function readAgain({ definition, finder, kept }: Bound, element: Element): ReadTurn | null {
  const known = kept.turns.get(element)
  if (!known || !kept.page || !element.isConnected) return null
  const turn = readParts(definition, finder, { element, role: known.role as Role }, kept.page)
  const fresh = { ...turn, id: known.id, streaming: turn.streaming || known.streaming }
  kept.turns.set(element, fresh)
  return fresh
}

function turnAround({ kept }: Bound, node: Node): Element | null {
  for (let at = isElement(node) ? node : composedParent(node); at; at = composedParent(at)) {
    if (kept.turns.has(at)) return at
  }
  return null
}

/** A site for a definition; `finder` replaces its selectors where turns are guessed. */
export function createSite(definition: SiteDefinition, finder: Finder = definedFinder(definition)): Site {
  const { stopButton, streaming } = definition.selectors
  const kept: Kept = { page: null, turns: new Map(), siteIds: new Map(), assessment: null, reads: 0 }
  const bound: Bound = { definition, finder, stop: anyOf(stopButton), streaming: anyOf(streaming), kept }
  return {
    id: definition.id,
    label: definition.label,
    definition,
    read: (document, url, dirty) => read(bound, document, url, dirty),
    readTurn: (element) => readAgain(bound, element),
    turnOf: (node) => turnAround(bound, node),
  }
}
