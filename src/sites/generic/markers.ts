import type { Role } from '../../core/model'
import type { Root } from '../dom'
import type { TurnElement } from '../finder'
import { composedContains, composedClosest, pageOrder } from '../dom'
import { around } from '../health'
import { HIDDEN, isChrome } from '../text'
import { BESIDE, CHAT, ELSEWHERE } from './inside'
import { markersIn, SPEAKER, type Marker } from './words'

/** Elements whose names differ only in the role they state. */
export interface MarkedTurns {
  frame: string
  weak: boolean
  turns: TurnElement[]
}

const remembered = new Map<string, Marker[]>()
const MOST_REMEMBERED = 5000

/** Longer values name nothing. */
const LONGEST_VALUE = 1000

function markers(attribute: string, value: string): Marker[] {
  if (value.length > LONGEST_VALUE) return NONE
  const key = `${attribute} ${value}`
  const known = remembered.get(key)
  if (known) return known
  if (remembered.size > MOST_REMEMBERED) remembered.clear()
  const found = markersIn(attribute, value)
  remembered.set(key, found)
  return found
}

function markersOf(element: Element): Marker[] {
  const { attributes, localName } = element
  const count = attributes.length
  if (count === 0 && !localName.includes('-')) return NONE
  const classes = element.getAttribute('class')
  const found = classes ? markers('class', classes) : NONE
  if (count === (classes === null ? 0 : 1) && !localName.includes('-')) return found
  return [...found, ...(localName.includes('-') ? markers('class', localName) : NONE), ...[...attributes].flatMap(speakerMarkers)]
}

const NONE: Marker[] = []

function speakerMarkers({ name, value }: Attr): Marker[] {
  return name !== 'class' && (SPEAKER.test(name) || (name !== 'id' && /^(?:true|false)$/.test(value))) ? markers(name, value) : NONE
}

/**
 * Marks on a picture or a name mark the message around it: each is replaced by the part of the list that holds it and
 * no other mark. Marks that hold the words themselves stay.
 */
function lifted(turns: TurnElement[]): TurnElement[] {
  const area = around(turns.map((turn) => turn.element))
  if (!area) return turns
  const items = turns.map(({ element, role }) => ({ element: childHolding(area, element), role }))
  if (new Set(items.map((item) => item.element)).size < turns.length) return turns
  const own = turns.reduce((sum, turn) => sum + words(turn.element), 0)
  const held = items.reduce((sum, item) => sum + words(item.element), 0)
  return own * 5 < held * 2 ? items : turns
}

function childHolding(area: Element, element: Element): Element {
  let at = element
  while (at.parentElement && at.parentElement !== area) at = at.parentElement
  return at
}

export type Frames = ReadonlyMap<string, MarkedTurns>

/** Every role mark inside these roots, by frame. */
export function collectFrames(roots: readonly (Root | Element)[]): Frames {
  const frames = new Map<string, MarkedTurns>()
  for (const root of roots) {
    for (const element of root.querySelectorAll('*')) {
      for (const { frame, role, weak } of markersOf(element)) {
        const marked = frames.get(frame) ?? { frame, weak, turns: [] }
        marked.turns.push({ element, role })
        frames.set(frame, marked)
      }
    }
  }
  return frames
}

/** In a menu, a form, a sidebar; a chat beside the page is not. */
export function isElsewhere(element: Element): boolean {
  const place = composedClosest(element, ELSEWHERE)
  return place !== null && !(place.matches(BESIDE) && place.querySelector(CHAT) !== null)
}

/** Part of the conversation the page shows: it has words, and is not in a menu, a form or a hidden twin. */
export function isShown(element: Element): boolean {
  if (!element.textContent?.trim()) return element.shadowRoot !== null || element.querySelector('img,svg,canvas') !== null
  if (isElsewhere(element) || composedClosest(element, HIDDEN)) return false
  const live = composedClosest(element, '[aria-live],[role="status"],[role="log"],[role="alert"]')
  return !live || !isChrome(live)
}

function outermost(turns: readonly TurnElement[]): TurnElement[] {
  const last: Partial<Record<Role, Element>> = {}
  return turns.filter(({ element, role }) => {
    if (last[role] && composedContains(last[role], element)) return false
    last[role] = element
    return true
  })
}

/** Without what holds turns of the other role: a `chatbot-window` is no turn among `chatbot-message`s. */
function withoutFrames(turns: readonly TurnElement[]): TurnElement[] {
  const holders = new Set<Element>()
  const open: TurnElement[] = []
  for (const turn of turns) {
    while (open.length > 0 && !composedContains(open.at(-1)!.element, turn.element)) open.pop()
    for (const around of open) if (around.role !== turn.role) holders.add(around.element)
    open.push(turn)
  }
  return holders.size === 0 ? [...turns] : turns.filter((turn) => !holders.has(turn.element))
}

/** How often the speaker changes, of how often it could. */
export function alternation(turns: readonly TurnElement[]): number {
  const changes = turns.filter((turn, i) => i > 0 && turn.role !== turns[i - 1]!.role).length
  return turns.length < 2 ? 0 : changes / (turns.length - 1)
}

const LONGEST = 4000

export function words(element: Element): number {
  let length = element.textContent?.trim().length ?? 0
  if (element.shadowRoot) length += element.shadowRoot.textContent?.length ?? 0
  return Math.min(length, LONGEST)
}

/** Somebody asked something: a question without words is furniture. */
export function asksAndAnswers(turns: readonly TurnElement[]): boolean {
  const spoken = turns.filter((turn) => words(turn.element) > 0 || turn.element.shadowRoot !== null)
  return spoken.some((turn) => turn.role === 'user') && turns.some((turn) => turn.role === 'assistant')
}

/** Too little text to be told from a greeting and its buttons by anything but a plain mark. */
const LEAST_TALK = 100

export function isTalk(turns: readonly TurnElement[]): boolean {
  return turns.reduce((sum, turn) => sum + words(turn.element), 0) >= LEAST_TALK
}

function worth({ turns, weak }: MarkedTurns): number {
  const text = turns.reduce((sum, turn) => sum + words(turn.element), 0)
  return text * (0.5 + alternation(turns) / 2) * (weak ? 0.4 : 1)
}

/** More alike elements than this are a list of something else. */
const MOST_TURNS = 3000

/** Every pair of role marks that could be a page's turns, best first. `several`: they may stand in several roots. */
export function markedTurns(frames: Frames, several: boolean): MarkedTurns[] {
  return [...frames.values()]
    .filter(({ turns }) => turns.length > 1 && turns.length <= MOST_TURNS && new Set(turns.map((turn) => turn.role)).size === 2)
    .map((marked) => {
      const ordered = several ? [...marked.turns].sort((a, b) => pageOrder(a.element, b.element)) : marked.turns
      return { ...marked, turns: lifted(outermost(withoutFrames(ordered.filter((turn) => isShown(turn.element))))) }
    })
    .filter(({ turns, weak }) => asksAndAnswers(turns) && (!weak || isTalk(turns)) && (turns.length < 4 || alternation(turns) >= 0.5))
    .sort((a, b) => worth(b) - worth(a))
}

/** Role marks of one role only, on elements that are alike: what they do not mark is the other's. */
export function halfMarked(frames: Frames): MarkedTurns[] {
  return [...frames.values()]
    .filter(({ turns, weak }) => !weak && turns.length <= MOST_TURNS && turns.every((turn) => turn.role === 'user'))
    .map((marked) => ({ ...marked, turns: outermost(marked.turns.filter((turn) => isShown(turn.element))) }))
    .filter(({ turns }) => turns.length > 0)
}
