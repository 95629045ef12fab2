import type { Role } from '../core/model'
import type { Selector, SiteDefinition } from './site'
import type { Root } from './dom'
import { alternatives, anyOf, pageOrder, queryAll, topmost, within } from './dom'
import { guessParts } from './generic/parts'

export interface TurnElement {
  element: Element
  role: Role
}

/** Where a turn keeps its words. `found`: the page still has the body we know, if not in this turn. */
export interface TurnParts {
  bodies: Element[]
  traces: Element[]
  skip: (element: Element) => boolean
}

/** How turns are found on a page: by a site's selectors, or by guessing. */
export interface Finder {
  turns(roots: readonly Root[]): TurnElement[]
  parts(turn: TurnElement, roots: readonly Root[]): TurnParts
  /** How often each required signal matches; as of the last `turns`. */
  signals(roots: readonly Root[]): Record<string, number>
  /** Why the last reading may be wrong although it looks right; never page text. */
  doubts(): string[]
}

/** Reasoning that a Markdown renderer passed through as unknown elements. */
const RAW_TRACE = 'think,thinking,details[type="reasoning"]'

/** Said of turns in which something beside the words may have been read with them. */
export function unsureOf(count: number): string[] {
  return count > 0 ? [`${count} messages hold text that may not belong to them.`] : []
}

/** The first alternative that matches anything in these roots. */
export function preferred(roots: readonly Root[], selector: Selector | undefined): { selector: string; elements: Element[] } {
  for (const alternative of alternatives(selector)) {
    const elements = queryAll(roots, alternative)
    if (elements.length > 0) return { selector: alternative, elements }
  }
  return { selector: '', elements: [] }
}

/** The first alternative that matches anything, without counting what it matches. */
function current(roots: readonly Root[], selector: Selector): string {
  return alternatives(selector).find((alternative) => roots.some((root) => root.querySelector(alternative) !== null)) ?? ''
}

function topmostPerRole(turns: readonly TurnElement[]): TurnElement[] {
  const last: Partial<Record<Role, Element>> = {}
  return turns.filter(({ element, role }) => {
    if (last[role]?.contains(element)) return false
    last[role] = element
    return true
  })
}

interface Memory {
  turns: Map<Element, Role>
  /** Body selectors that matched in some turn of this page: a turn without one has said nothing yet. */
  bodySeen: Record<Role, boolean>
  /** Turns whose words were told by guessing, not surely. */
  unsure: Set<Element>
}

function bodiesIn(element: Element, selector: Selector | undefined, roots: readonly Root[], traces: readonly Element[]): Element[] {
  for (const alternative of alternatives(selector)) {
    const found = topmost(within(element, alternative, roots))
    const spoken = found.filter((body) => !traces.some((trace) => trace.contains(body)))
    if (spoken.length > 0) return spoken
  }
  return []
}

function partsOf(definition: SiteDefinition, memory: Memory, turn: TurnElement, roots: readonly Root[]): TurnParts {
  const { selectors } = definition
  const { element, role } = turn
  const traceSelector = anyOf(selectors.trace, RAW_TRACE)
  const traces = role === 'assistant' ? topmost(within(element, traceSelector, roots)).filter((trace) => trace !== element) : []
  const wanted = role === 'user' ? selectors.userBody : selectors.answerBody
  const bodies = bodiesIn(element, wanted, roots, traces)
  const exclude = anyOf(selectors.exclude)
  const skip = (inner: Element): boolean =>
    (exclude !== '' && inner.matches(exclude)) || (inner !== element && memory.turns.has(inner)) || traces.includes(inner)
  if (bodies.length > 0) memory.bodySeen[role] = true
  if (bodies.length > 0 || (wanted && memory.bodySeen[role])) return { bodies, traces, skip }
  return guessedInside(turn, traces, skip, memory, roots)
}

/** Without a body we know, the words of the turn are told from what stands beside them by their names. */
function guessedInside(turn: TurnElement, traces: Element[], skip: TurnParts['skip'], memory: Memory, roots: readonly Root[]): TurnParts {
  const guessed = guessParts(turn, undefined, roots)
  if (guessed.sure) memory.unsure.delete(turn.element)
  else memory.unsure.add(turn.element)
  return {
    bodies: guessed.bodies,
    traces: topmost([...new Set([...traces, ...guessed.traces])].sort(pageOrder)),
    skip: (element) => skip(element) || guessed.skip(element),
  }
}

function countSignals(definition: SiteDefinition, turns: readonly TurnElement[], roots: readonly Root[]): Record<string, number> {
  const { selectors } = definition
  const counts: Record<string, number> = {
    userTurn: turns.filter((turn) => turn.role === 'user').length,
    assistantTurn: turns.filter((turn) => turn.role === 'assistant').length,
  }
  const inside = (role: Role, selector: Selector) =>
    turns.filter((turn) => turn.role === role && within(turn.element, anyOf(selector), roots).length > 0).length
  if (selectors.userBody && counts.userTurn) counts.userBody = inside('user', selectors.userBody)
  if (selectors.answerBody && counts.assistantTurn) counts.answerBody = inside('assistant', selectors.answerBody)
  if (turns.length > 0) for (const selector of definition.required ?? []) counts[anyOf(selector)] = queryAll(roots, anyOf(selector)).length
  return counts
}

/** Finds turns by a site's selectors. */
export function definedFinder(definition: SiteDefinition): Finder {
  const memory: Memory = { turns: new Map(), bodySeen: { user: false, assistant: false }, unsure: new Set() }
  return {
    turns(roots) {
      const user = current(roots, definition.selectors.userTurn)
      const assistant = current(roots, definition.selectors.assistantTurn)
      const elements = queryAll(roots, [user, assistant].filter(Boolean).join(','))
      const role = (element: Element): Role => (user && element.matches(user) ? 'user' : 'assistant')
      const turns = topmostPerRole(elements.map((element) => ({ element, role: role(element) })))
      memory.unsure.clear()
      memory.turns = new Map(turns.map((turn) => [turn.element, turn.role]))
      return turns
    },
    parts: (turn, roots) => partsOf(definition, memory, turn, roots),
    signals: (roots) => countSignals(definition, [...memory.turns].map(([element, role]) => ({ element, role })), roots),
    doubts: () => unsureOf(memory.unsure.size),
  }
}
