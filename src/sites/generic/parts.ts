import type { TurnElement, TurnParts } from '../finder'
import type { Root } from '../dom'
import { topmost, within } from '../dom'
import { HIDDEN } from '../text'
import { BODIES, NOISE, TRACES } from './inside'
import { isTraceHeading } from '../thinking'
import { words } from './markers'

/** Noise is short; what is longer is speech, whatever its class is called. */
const LONGEST_NOISE = 80

/** The parts of a turn that nobody described. `sure`: nothing else was beside the words. */
export interface GuessedParts extends TurnParts {
  sure: boolean
}

const UNSPOKEN = 'style,script,template,svg'

function says(element: Element): string {
  return element.textContent?.trim() ?? ''
}

/** What follows a closed heading in plain sight is not what the heading hides. */
function belongsTo(heading: Element, next: Element): boolean {
  if (heading.closest('[aria-expanded]')?.getAttribute('aria-expanded') !== 'false') return true
  return next.nextElementSibling !== null || next.getBoundingClientRect().height <= 1
}

/** What a button or summary that speaks of reasoning opens: the element it controls, or what stands next to it. */
function opened(turn: Element, heading: Element): Element | null {
  const id = heading.getAttribute('aria-controls')
  const controlled = id ? turn.ownerDocument.getElementById(id) : null
  if (controlled && turn.contains(controlled)) return controlled
  const details = heading.closest('details')
  if (details && details !== turn && turn.contains(details)) return details
  let at: Element | null = heading
  for (let level = 0; at && at !== turn && level < 3; level += 1, at = at.parentElement) {
    let next = at.nextElementSibling
    while (next?.matches(UNSPOKEN)) next = next.nextElementSibling
    if (next && says(next) !== '' && says(at).length <= LONGEST_NOISE) return belongsTo(heading, next) ? next : null
  }
  return null
}

function headedTraces(turn: Element): Element[] {
  const headings = [...turn.querySelectorAll('button,summary,[aria-expanded],[role="button"]')]
  return headings.filter((heading) => says(heading).length <= LONGEST_NOISE && isTraceHeading(says(heading))).flatMap((heading) => opened(turn, heading) ?? [])
}

function tracesIn(turn: Element, roots: readonly Root[]): Element[] {
  const named = within(turn, TRACES, roots).filter((element) => element !== turn)
  const all = [...new Set([...named, ...headedTraces(turn)])].filter((element) => !element.closest(`pre,code,${UNSPOKEN}`))
  return topmost(all.sort((a, b) => (a.compareDocumentPosition(b) & 4 ? -1 : 1)))
}

function isNoise(element: Element): boolean {
  const text = says(element)
  return text.length <= LONGEST_NOISE && !element.matches('pre,code,pre *') && (element.matches(NOISE) || (text !== '' && isClippedAway(element)))
}

/** A label for screen readers, hidden by a style whose class says nothing. */
function isClippedAway(element: Element): boolean {
  const { offsetWidth, offsetHeight } = element as HTMLElement
  return offsetWidth <= 1 && offsetHeight <= 1 && getComputedStyle(element).position === 'absolute'
}

/** No message is nested deeper; a page that is wants our stack. */
const DEEPEST = 200

/** Words in a turn that no trace, noise, control or hidden twin accounts for. */
function plainWords(element: Element, skip: (inner: Element) => boolean, depth = 0): number {
  if (skip(element)) return 0
  if ((element.children.length === 0 && !element.shadowRoot) || depth > DEEPEST) return words(element)
  let own = [...element.childNodes].reduce((sum, node) => sum + (node.nodeType === 3 ? (node.nodeValue ?? '').trim().length : 0), 0)
  for (const child of [...element.children, ...(element.shadowRoot?.children ?? [])]) own += plainWords(child, skip, depth + 1)
  return own
}

const CONTROL = `button,[role="button"],script,style,svg,textarea,input,${HIDDEN}`

function wordsOf(elements: readonly Element[], skip: (inner: Element) => boolean): number {
  return elements.reduce((sum, element) => sum + plainWords(element, skip), 0)
}

/** The bodies of one turn. `inner`: an element inside it that bears the same role mark, if every turn has one. */
export function guessParts(turn: TurnElement, inner: Element | undefined, roots: readonly Root[]): GuessedParts {
  const { element, role } = turn
  const traces = role === 'assistant' ? tracesIn(element, roots) : []
  const skip = (one: Element) => one !== element && (traces.includes(one) || isNoise(one))
  const beside = (one: Element) => skip(one) || one.matches(CONTROL)
  const total = plainWords(element, beside)
  for (const selector of BODIES) {
    const bodies = topmost(within(element, selector, roots)).filter((body) => body !== element && !traces.some((trace) => trace.contains(body)))
    const covered = wordsOf(bodies, beside)
    // A short message may be outweighed by the time and the label beside it.
    if (bodies.length > 0 && covered * (selector === BODIES[0] ? 4 : 2) >= total) return { bodies, traces, skip, sure: total - covered <= LONGEST_NOISE }
  }
  const body = inner ?? element
  return { bodies: [body], traces, skip, sure: total - plainWords(body, beside) <= LONGEST_NOISE && isPlain(body, beside) && !holdsNames(body, beside) }
}

const INLINE = 'a,b,i,u,s,em,strong,span,small,code,sub,sup,mark,font,kbd,del,ins,q,abbr,cite,label'
const FLOW = 'p,li,td,th,pre,h1,h2,h3,h4,blockquote,dd,dt'
const LONGEST_NAME = 40

/** Short words in a block of their own, beside other blocks and outside any paragraph: a name, a time, a count. */
function holdsNames(body: Element, beside: (one: Element) => boolean): boolean {
  const blocks = new Map<Element, number>()
  const walker = body.ownerDocument.createTreeWalker(body, 5, (node) => (node.nodeType === 1 && beside(node as Element) ? 2 : 1))
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.nodeType !== 3 || !node.nodeValue?.trim()) continue
    let block = node.parentElement!
    while (block !== body && block.matches(INLINE) && block.parentElement) block = block.parentElement
    blocks.set(block, (blocks.get(block) ?? 0) + node.nodeValue.trim().length)
  }
  return blocks.size > 1 && [...blocks].some(([block, length]) => length < LONGEST_NAME && block.closest(FLOW) === null)
}

/** Bars of controls and small headings come with names and labels, which nothing tells from the words. */
function isPlain(body: Element, beside: (one: Element) => boolean): boolean {
  const extras = [...body.querySelectorAll('button,[role="button"],[aria-expanded],time,header,footer,h5,h6')]
  return extras.filter((extra) => extra.closest('pre,table,[class*="code" i]') === null).every((extra) => {
    const bar = extra.matches('time,header,footer,h5,h6') ? extra : extra.parentElement
    const label = bar === null || bar === body ? 0 : plainWords(bar, beside)
    return label === 0 || label > LONGEST_NOISE
  })
}
