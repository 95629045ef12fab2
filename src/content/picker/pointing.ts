import { composedParent } from '../../sites/dom'
import type { Panel } from './panel'

/** What pointing leads to. */
export interface Pointing {
  at: (element: Element) => void
  picked: (element: Element) => void
  current: () => Element | null
  leave: () => void
  /** The page scrolled or was resized: what is drawn over it has to follow. */
  moved: () => void
}

const BEGINNINGS = ['pointerdown', 'pointerup', 'mousedown', 'mouseup', 'touchstart', 'touchend', 'dblclick', 'auxclick'] as const

/** Follows pointer and keys over a page until the signal aborts; the page gets none of the clicks, and no click of the page's making counts. */
export function follow(document: Document, panel: Panel, signal: AbortSignal, pointing: Pointing): void {
  const options = { capture: true, signal, passive: false }
  const listen = <K extends keyof WindowEventMap>(name: K, run: (event: WindowEventMap[K]) => void) =>
    addEventListener(name, (event) => {
      if (event.isTrusted && !panel.holds(event)) run(event)
    }, options)
  for (const name of BEGINNINGS) listen(name, swallow)
  listen('pointermove', (event) => {
    const element = elementUnder(event)
    if (element && element !== pointing.current()) pointing.at(element)
  })
  listen('click', (event) => {
    swallow(event)
    const element = elementUnder(event)
    if (element) pointing.picked(element)
  })
  addEventListener('keydown', (event) => {
    if (event.isTrusted) onKey(document, panel, event, pointing)
  }, options)
  for (const name of ['scroll', 'resize'] as const) addEventListener(name, () => pointing.moved(), { capture: true, passive: true, signal })
}

function swallow(event: Event): void {
  event.preventDefault()
  event.stopImmediatePropagation()
}

function elementUnder(event: Event): Element | null {
  const target = event.composedPath()[0]
  return target instanceof Element && target.localName !== 'html' && target.localName !== 'body' ? target : null
}

const moves: Record<string, (element: Element) => Element | null | undefined> = {
  ArrowUp: (element) => composedParent(element),
  ArrowDown: (element) => (element.shadowRoot ?? element).firstElementChild,
  ArrowLeft: (element) => element.previousElementSibling,
  ArrowRight: (element) => element.nextElementSibling,
}

function onKey(document: Document, panel: Panel, event: KeyboardEvent, pointing: Pointing): void {
  if (event.key === 'Escape') {
    swallow(event)
    return pointing.leave()
  }
  const move = moves[event.key]
  if (move) {
    swallow(event)
    const from = pointing.current() ?? document.elementFromPoint(innerWidth / 2, innerHeight / 2)
    const to = pointing.current() && from ? move(from) : from
    if (!to || to.localName === 'html') return
    to.scrollIntoView({ block: 'nearest' })
    return pointing.at(to)
  }
  const here = pointing.current()
  if (event.key !== 'Enter' || panel.onButton() || !here) return
  swallow(event)
  pointing.picked(here)
}
