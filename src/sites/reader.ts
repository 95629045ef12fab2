import type { Mark, Part, Role } from '../core/model'
import type { ReadTurn, Reading, Site, SiteDefinition } from './site'
import type { Finder, TurnElement } from './finder'
import type { BodyText } from './text'
import type { Root } from './dom'
import { anyOf, composedClosest, composedContains, composedParent, isElement, openRoots, queryAll, within } from './dom'
import { definedFinder, preferred } from './finder'
import { assess } from './health'
import { nameTurns, siteId } from './ids'
import { readText } from './text'
import { isTraceHeading, splitThinking } from './thinking'

const LONGEST_LABEL = 200

type Unnamed = Omit<ReadTurn, 'id'> & { siteId: string | null; text: string }

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

function readParts(definition: SiteDefinition, finder: Finder, turn: TurnElement, page: Page): Unnamed {
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
    siteId: siteId(turn.element, turn.role, definition.idAttributes ?? [], page.roots),
    text: answer.text,
  }
}

function label(roots: readonly Root[], definition: SiteDefinition): string | null {
  for (const source of [definition.selectors.modelLabel ?? []].flat()) {
    const at = source.lastIndexOf('@')
    const found = queryAll(roots, at > 0 ? source.slice(0, at) : source).at(-1)
    const text = at > 0 ? found?.getAttribute(source.slice(at + 1)) : found?.textContent
    const clean = text?.replace(/\s+/g, ' ').trim()
    if (clean) return clean.slice(0, LONGEST_LABEL)
  }
  return null
}

function titleOf(document: Document, roots: readonly Root[], definition: SiteDefinition): string | null {
  const named = preferred(roots, definition.selectors.title).elements[0]?.textContent ?? ''
  const clean = (named.trim() || document.title).replace(/\s+/g, ' ').trim()
  return clean ? clean.slice(0, LONGEST_LABEL) : null
}

/** The conversation's id in an address, by the site's pattern over path, query and fragment. */
export function conversationIdOf(definition: SiteDefinition, url: string): string | null {
  if (!definition.conversationId || !URL.canParse(url)) return null
  const { pathname, search, hash } = new URL(url)
  return new RegExp(definition.conversationId).exec(pathname + search + hash)?.[1] ?? null
}

/** Many pages keep their stop button at all times and only show it when there is something to stop. */
function isRendered(element: Element): boolean {
  return typeof element.checkVisibility !== 'function' || element.checkVisibility()
}

interface Kept {
  page: Page | null
  turns: Map<Element, ReadTurn>
}

function lastAnswer(turns: readonly Unnamed[]): Unnamed | undefined {
  const last = turns.at(-1)
  return last?.role === 'assistant' ? last : undefined
}

function named(turns: readonly Unnamed[]): ReadTurn[] {
  const ids = nameTurns(turns)
  return turns.map(({ siteId: _, text: __, ...turn }, i) => ({ id: ids[i]!, ...turn }))
}

function unnamed(turn: ReadTurn, definition: SiteDefinition, roots: readonly Root[]): Unnamed {
  const { id: _, ...rest } = turn
  return { ...rest, siteId: siteId(turn.element, turn.role, definition.idAttributes ?? [], roots), text: turn.answer }
}

/** A site for a definition; `finder` replaces its selectors where turns are guessed. */
export function createSite(definition: SiteDefinition, finder: Finder = definedFinder(definition)): Site {
  const kept: Kept = { page: null, turns: new Map() }
  const stop = anyOf(definition.selectors.stopButton)

  const streaming = anyOf(definition.selectors.streaming)

  function streamsOutside(turns: readonly Unnamed[], page: Page): boolean {
    const signs = queryAll(page.roots, streaming).filter(isRendered)
    return signs.some((sign) => !turns.some((turn) => composedContains(turn.element, sign) || sign.contains(turn.element)))
  }

  function readTurns(page: Page, dirty?: ReadonlySet<Element>): ReadTurn[] {
    const turns = finder.turns(page.roots).map((turn) => {
      const known = kept.turns.get(turn.element)
      const settled = dirty && known && known.role === turn.role && !known.streaming && !dirty.has(turn.element)
      return settled ? unnamed(known, definition, page.roots) : readParts(definition, finder, turn, page)
    })
    const last = lastAnswer(turns)
    if (last && (page.stop || streamsOutside(turns, page))) last.streaming = true
    return named(turns)
  }

  function read(document: Document, url: string, dirty?: ReadonlySet<Element>): Reading {
    const roots = definition.shadow ? openRoots(document) : [document]
    const page = { document, roots, stop: stop !== '' && queryAll(roots, stop).some(isRendered) }
    const turns = readTurns(page, dirty)
    kept.page = page
    kept.turns = new Map(turns.map((turn) => [turn.element, turn]))
    const required = finder.signals()
    const health = assess({ definition, url, page, turns, required, doubts: finder.doubts() })
    return {
      site: definition.id, url, conversationId: conversationIdOf(definition, url), title: titleOf(document, roots, definition),
      modelLabel: label(roots, definition), turns, ...health,
    }
  }

  function readTurn(element: Element): ReadTurn | null {
    const known = kept.turns.get(element)
    if (!known || !kept.page || !element.isConnected) return null
    const { siteId: _, text: __, ...turn } = readParts(definition, finder, { element, role: known.role as Role }, kept.page)
    const fresh = { ...turn, id: known.id, streaming: turn.streaming || known.streaming }
    kept.turns.set(element, fresh)
    return fresh
  }

  function turnOf(node: Node): Element | null {
    for (let at = isElement(node) ? node : composedParent(node); at; at = composedParent(at)) {
      if (kept.turns.has(at)) return at
    }
    return null
  }

  return { id: definition.id, label: definition.label, definition, read, readTurn, turnOf }
}
