import type { Site, SiteDefinition } from '../site'
import type { Finder, TurnElement } from '../finder'
import type { Root } from '../dom'
import { composedContains } from '../dom'
import { unsureOf } from '../finder'
import { createSite } from '../reader'
import { COMPOSER, STOP } from './inside'
import { around } from '../health'
import { asksAndAnswers, collectFrames, halfMarked, isTalk, markedTurns, words, type Frames, type MarkedTurns } from './markers'
import { guessParts } from './parts'
import { completed, placedTurns, type PlacedTurns } from './structure'

const UNKNOWN: SiteDefinition = {
  id: 'generic', label: 'This page', matches: [], shadow: true, verified: { on: '2026-11-22', by: 'facts' },
  selectors: {
    userTurn: [], assistantTurn: [], composer: COMPOSER, stopButton: STOP,
    streaming: '[aria-busy="true"], [data-is-streaming="true"], [data-streaming="true"], [data-status="running"]',
  },
  idAttributes: ['data-message-id', 'data-messageid', '[id^="message-"]@id', '[id^="msg-"]@id'],
}

interface Guess {
  turns: TurnElement[]
  /** Where the turns were found, and of how many elements that was made. */
  area?: Element
  size?: number
  /** For each turn, the innermost element with the same role mark. */
  inner: Map<Element, Element>
  doubt: string | null
}

/** Marks that stand one to one inside the chosen turns: their elements are the turns' bodies. */
function innermost(chosen: readonly TurnElement[], others: readonly MarkedTurns[]): Map<Element, Element> {
  const inner = new Map<Element, Element>()
  for (const { turns } of others) {
    if (turns.length !== chosen.length || !turns.every((turn, i) => turn.role === chosen[i]!.role && composedContains(chosen[i]!.element, turn.element))) continue
    if (turns.some((turn, i) => words(turn.element) * 2 < words(chosen[i]!.element))) continue
    turns.forEach((turn, i) => {
      const held = inner.get(chosen[i]!.element)
      if (!held || composedContains(held, turn.element)) inner.set(chosen[i]!.element, turn.element)
    })
  }
  return inner
}

const DOUBTS = {
  mark: 'Only the questions are marked on this page: what follows each was taken as its answer.',
  label: 'The page does not mark who speaks: told by the names shown beside the messages.',
  side: 'The page does not mark who speaks: told by the side on which messages stand.',
  shape: 'The page does not mark who speaks: told by the shape of the messages.',
  order: 'The page does not mark who speaks: questions and answers were taken to alternate.',
} as const

function byMarks(frames: Frames, several: boolean, weak = false): Guess | null {
  const marked = markedTurns(frames, several)
  const best = marked.find((one) => one.weak === weak)
  return best ? { turns: best.turns, inner: innermost(best.turns, marked.filter((one) => one !== best)), doubt: weak ? DOUBTS.side : null } : null
}

function byHalfMarks(frames: Frames): PlacedTurns | null {
  return halfMarked(frames).map(({ turns }) => completed(turns.map((turn) => turn.element))).find((one) => one !== null) ?? null
}

const NOTHING: Guess = { turns: [], inner: new Map(), doubt: null }

function placedGuess(placed: PlacedTurns | null): Guess | null {
  return placed && asksAndAnswers(placed.turns) && isTalk(placed.turns) ? { turns: placed.turns, inner: new Map(), doubt: DOUBTS[placed.by] } : null
}

/** From what is said plainly to what is only likely. */
function guess(roots: readonly Root[]): Guess {
  const frames = collectFrames(roots)
  const several = roots.length > 1
  return byMarks(frames, several)
    ?? placedGuess(placedTurns(roots, ['label']))
    ?? placedGuess(byHalfMarks(frames))
    ?? byMarks(frames, several, true)
    ?? placedGuess(placedTurns(roots, ['side', 'shape', 'order']))
    ?? NOTHING
}

/** A full look at a large page is dear: most reads look where the turns stood before. */
const READS_BETWEEN_FULL_LOOKS = 20

const MOST_ELEMENTS = 6000

function neighbourhood(turns: readonly TurnElement[]): Element | null {
  let area = around(turns.map((turn) => turn.element))
  while (area?.parentElement && area.parentElement.getElementsByTagName('*').length <= MOST_ELEMENTS) area = area.parentElement
  return area
}

function sizeOf(area: Element): number {
  return area.getElementsByTagName('*').length
}

function again(before: Guess): Guess | null {
  if (before.doubt !== null || before.turns.length === 0) return null
  const { turns, size } = before
  if (before.area?.isConnected && sizeOf(before.area) === size && turns.every((turn) => turn.element.isConnected)) return before
  const area = neighbourhood(turns)
  const found = area?.isConnected ? byMarks(collectFrames([area]), false) : null
  if (!area || !found || found.doubt !== null || found.turns.length < turns.length) return null
  return { ...found, area, size: sizeOf(area) }
}

function guessingFinder(): Finder {
  let current: Guess = { turns: [], inner: new Map(), doubt: null }
  let unsure = new Set<Element>()
  let reads = 0
  return {
    turns(roots) {
      reads += 1
      current = (reads % READS_BETWEEN_FULL_LOOKS !== 1 && again(current)) || guess(roots)
      unsure = new Set()
      return current.turns
    },
    parts(turn, roots) {
      const { sure, ...parts } = guessParts(turn, current.inner.get(turn.element), roots)
      if (sure) unsure.delete(turn.element)
      else unsure.add(turn.element)
      return parts
    },
    signals: () => ({
      userTurn: current.turns.filter((turn) => turn.role === 'user').length,
      assistantTurn: current.turns.filter((turn) => turn.role === 'assistant').length,
    }),
    doubts: () => [
      ...(current.doubt ? [current.doubt] : []),
      ...unsureOf(unsure.size),
    ],
  }
}

/** Reads a page nobody described; `like` lends its name where a known site is read by guessing. */
export function genericSite(like: SiteDefinition = UNKNOWN): Site {
  return createSite({ ...UNKNOWN, id: like.id, label: like.label, conversationId: like.conversationId }, guessingFinder())
}
