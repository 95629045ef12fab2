import type { Role } from '../../core/model'
import type { Root } from '../dom'
import type { TurnElement } from '../finder'
import { COMPOSER, NOISE } from './inside'
import { alternation, isShown, words } from './markers'

/** Turns found by where they stand, and how their roles were told. */
export interface PlacedTurns {
  turns: TurnElement[]
  by: 'mark' | 'label' | 'side' | 'shape' | 'order'
}

const SKIPPED = 'script,style,noscript,template,svg,link,meta'

const MOST_CHILDREN = 3000

function shownChildren(element: Element | ShadowRoot): Element[] {
  if (element.childElementCount > MOST_CHILDREN) return []
  const children = [...element.children].filter((child) => !child.matches(SKIPPED) && isShown(child))
  return children.filter((child) => (child.textContent?.trim() ?? '') !== '' || child.shadowRoot !== null)
}

function holdsComposer(element: Element): boolean {
  return element.querySelector(COMPOSER.join(',')) !== null
}

function kind(element: Element): string {
  return `${element.localName}.${element.getAttribute('role') ?? ''}.${element.classList[0] ?? ''}`
}

function areAlike(children: readonly Element[]): boolean {
  const kinds = new Set(children.map(kind))
  return kinds.size <= Math.max(2, children.length / 2)
}

/** The parts of one text: no message is only a paragraph among others. */
const PROSE = 'p,ul,ol,pre,table,blockquote,h1,h2,h3,h4,h5,h6,hr,[class*="markdown" i] > *,.prose > *'

/** Where the page stops being layout and becomes a list of like things. */
function listIn(start: Element | ShadowRoot): Element[] {
  let at: Element | ShadowRoot = start
  for (let depth = 0; depth < 60; depth += 1) {
    const all = shownChildren(at)
    const text = all.reduce((sum, child) => sum + words(child), 0)
    const children = all.filter((child) => !holdsComposer(child) || words(child) * 2 > text)
    const largest = [...children].sort((a, b) => words(b) - words(a))[0]
    if (!largest) return []
    if (children.length > 1 && areAlike(children) && !children.some(holdsComposer)) return children.some((child) => child.matches(PROSE)) ? [] : children
    at = largest.shadowRoot ?? largest
  }
  return []
}

const LABELS: Record<Role, RegExp> = {
  user: /^(?:you|me|user|human|guest|you said|i|你|我|用户|您|あなた|vous|du|tú|usted)\s*[:：]?$/i,
  assistant: /^(?:assistant|bot|ai|chatbot|model|system|agent|ai assistant|[\w .-]{2,20} said|助手|智能助手|アシスタント)\s*[:：]?$/i,
}

function labelled(item: Element): Role | null {
  for (const element of [...item.querySelectorAll('*')].slice(0, 40)) {
    const text = element.children.length === 0 ? (element.textContent?.trim() ?? '') : (element.getAttribute('aria-label') ?? '')
    if (text === '' || text.length > 30) continue
    if (LABELS.user.test(text)) return 'user'
    if (LABELS.assistant.test(text)) return 'assistant'
  }
  return null
}

function firstText(item: Element): DOMRect | null {
  const walker = item.ownerDocument.createTreeWalker(item, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!node.nodeValue?.trim() || node.parentElement?.closest(`${NOISE},${SKIPPED}`)) continue
    const range = item.ownerDocument.createRange()
    range.selectNodeContents(node)
    const box = range.getBoundingClientRect()
    if (box.width > 0) return box
  }
  return null
}

const CLEARLY = 48

function runsBackwards(item: Element): boolean {
  return [item, ...item.children].some((element) => getComputedStyle(element).flexDirection === 'row-reverse')
}

function side(item: Element): Role | null {
  if (runsBackwards(item)) return 'user'
  const box = firstText(item)
  const frame = item.parentElement?.getBoundingClientRect()
  if (!box || !frame || frame.width === 0) return null
  return box.left - frame.left - (frame.right - box.right) > CLEARLY ? 'user' : 'assistant'
}

/** Which of two kinds of items answers: the one that is longer and has the structure of an answer. */
function byShape(items: readonly Element[]): (Role | null)[] {
  const shape = (item: Element) => [item, ...item.querySelectorAll(':scope > *, :scope > * > *')].map((one) => `${one.localName} ${one.getAttribute('class') ?? ''}`).join('|').slice(0, 600)
  const shapes = items.map(shape)
  const kinds = [...new Set(shapes)]
  if (kinds.length !== 2) return items.map(() => null)
  const weight = kinds.map((one) => {
    const mine = items.filter((_, i) => shapes[i] === one)
    return mine.reduce((sum, item) => sum + words(item) + 300 * item.querySelectorAll('p,ul,ol,pre,h1,h2,h3').length, 0) / mine.length
  })
  const answers = kinds[weight[0]! > weight[1]! ? 0 : 1]
  return shapes.map((one) => (one === answers ? 'assistant' : 'user'))
}

const WAYS: Record<Exclude<PlacedTurns['by'], 'mark'>, (items: readonly Element[]) => (Role | null)[]> = {
  label: (items) => items.map(labelled),
  side: (items) => items.map(side),
  shape: byShape,
  order: (items) => items.map((_, i) => (i % 2 === 0 ? 'user' : 'assistant')),
}

/** Shape and order say nothing of speaking: only where one can write back is a list of texts a conversation. */
const NEEDS_COMPOSER: readonly string[] = ['shape', 'order']

/** Roles for a list of like things, by the first of these ways that tells both apart and makes them take turns. */
export function placedTurns(roots: readonly Root[], ways: readonly (keyof typeof WAYS)[]): PlacedTurns | null {
  const writable = roots.some((root) => root.querySelector(COMPOSER.join(',')) !== null)
  for (const root of [...roots].reverse()) {
    const start = 'host' in root ? root : ([...root.querySelectorAll('[role="log"],[role="feed"],main,[role="main"]')].find(isShown) ?? root.body)
    const items = listIn(start)
    if (items.length < 2) continue
    for (const by of ways) {
      if (!writable && NEEDS_COMPOSER.includes(by)) continue
      const roles = WAYS[by](items)
      if (roles.includes(null)) continue
      const turns = items.map((element, i) => ({ element, role: roles[i]! }))
      if (new Set(roles).size === 2 && alternation(turns) >= 0.5) return { turns, by }
    }
  }
  return null
}

/** More than a time or a name beside a message. */
function speaks(element: Element): boolean {
  return words(element) > 24 || element.querySelector('p,pre,ul,ol,[class*="markdown" i]') !== null
}

/** How many questions each element around one holds. */
function countAround(questions: readonly Element[]): Map<Element, number> {
  const counts = new Map<Element, number>()
  for (const question of questions) {
    for (let at: Element | null = question; at; at = at.parentElement) counts.set(at, (counts.get(at) ?? 0) + 1)
  }
  return counts
}

function siblingsAfter(element: Element, counts: ReadonlyMap<Element, number>): Element[] {
  const after: Element[] = []
  for (let next = element.nextElementSibling; next && !counts.has(next); next = next.nextElementSibling) {
    if (isShown(next) && !next.matches(NOISE) && !next.matches(SKIPPED) && speaks(next)) after.push(next)
  }
  return after
}

/** The answers of marked questions: what stands after each, on the first level where anything does. */
export function completed(questions: readonly Element[]): PlacedTurns | null {
  const turns: TurnElement[] = []
  const counts = countAround(questions)
  for (const question of questions) {
    let at: Element = question
    let answers = siblingsAfter(at, counts)
    while (answers.length === 0 && at.parentElement && counts.get(at.parentElement) === 1) {
      at = at.parentElement
      answers = siblingsAfter(at, counts)
    }
    turns.push({ element: question, role: 'user' }, ...answers.map((element) => ({ element, role: 'assistant' as const })))
  }
  return turns.length > questions.length ? { turns, by: 'mark' } : null
}
