import { composedContains, composedParent, openRoots, queryAll, type Root } from '../../sites/dom'
import { descriptorsOf, type Descriptor } from './descriptors'

/** The places a person pointed at. */
export interface Picked {
  answer: Element
  question: Element
  composer: Element | null
}

/** Selectors for what was pointed at and everything like it. */
export interface Learned {
  shadow: boolean
  selectors: { userTurn: string; assistantTurn: string; userBody?: string; answerBody?: string; composer?: string }
}

/**
 * Selectors that find the turns a person pointed at, and all like them. Null when nothing on the page sets the answer
 * apart from the question (the same element was pointed at twice, or one lies in the other).
 */
export function generalise(document: Document, { answer, question, composer }: Picked): Learned | null {
  const shadow = [answer, question].some((element) => element.getRootNode() !== document)
  const roots = shadow ? openRoots(document) : [document]
  const [above, below] = [chainOf(answer), chainOf(question)]
  const shared = new Set(above.filter((element) => below.includes(element)))
  const sides = { assistant: above.filter((element) => !shared.has(element)), user: below.filter((element) => !shared.has(element)) }
  if (sides.assistant.length === 0 || sides.user.length === 0) return null
  const pair = balanced(turnSelectors(roots, sides.user, sides.assistant), turnSelectors(roots, sides.assistant, sides.user))
  if (!pair) return null
  const [user, assistant] = pair
  const box = composer ? composerSelector(roots, composer) : null
  const userBody = bodySelector(user.turn, question, roots)
  const answerBody = bodySelector(assistant.turn, answer, roots)
  const bodies = { ...(userBody && { userBody }), ...(answerBody && { answerBody }) }
  return { shadow, selectors: { userTurn: user.selector, assistantTurn: assistant.selector, ...bodies, ...(box && { composer: box }) } }
}

/** The element and what it lies in, outermost first, through shadow boundaries; without the page's own frame. */
function chainOf(element: Element): Element[] {
  const chain: Element[] = []
  for (let at: Element | null = element; at && at.localName !== 'html'; at = composedParent(at)) chain.unshift(at)
  return chain
}

interface Candidate extends Descriptor {
  turn: Element
  /** How many elements it finds. */
  count: number
}

/** Questions and answers come in pairs: of the best names for each, the two that find about as many. */
function balanced(users: readonly Candidate[], assistants: readonly Candidate[]): [Candidate, Candidate] | null {
  const pairs = users.flatMap((user) => assistants.map((assistant): [Candidate, Candidate] => [user, assistant]))
  const doubt = ([user, assistant]: [Candidate, Candidate]) => user.doubt + assistant.doubt + 3 * Math.abs(user.count - assistant.count)
  return pairs.sort((a, b) => doubt(a) - doubt(b))[0] ?? null
}

/** The best names for one side: of elements on its chain, answering to nothing on the other side, each match apart from the others. */
function turnSelectors(roots: readonly Root[], own: readonly Element[], other: readonly Element[]): Candidate[] {
  const far = other[0]!
  const fits = ({ selector, turn }: Omit<Candidate, 'count'>): boolean => {
    const found = queryAll(roots, selector)
    if (!found.includes(turn) || found.some((element) => composedContains(far, element) || composedContains(element, far))) return false
    return found.every((element) => element.parentElement?.closest(selector) == null)
  }
  const candidates = own.flatMap((turn, depth) => namesOf(turn, far).map((name) => ({ ...name, turn, doubt: name.doubt + depth * 0.6 })))
  const fitting = candidates.sort((a, b) => a.doubt - b.doubt).filter(fits).slice(0, CONSIDERED)
  const counted = fitting.map((one) => ({ ...one, count: queryAll(roots, one.selector).length }))
  return counted.map((one) => ({ ...one, doubt: one.doubt + loneliness(one) })).sort((a, b) => a.doubt - b.doubt)
}

const CONSIDERED = 12

/** A name only this turn has, among several of its kind, is more likely its own than its kind's. */
function loneliness({ turn, count }: Candidate): number {
  const alike = [...(turn.parentElement?.children ?? [])].filter((sibling) => sibling.localName === turn.localName).length
  return alike > 2 && count === 1 ? 4 : 0
}

/** Names of one element: one mark, two marks, a mark of something in it that its counterpart lacks, its place. */
function namesOf(turn: Element, counterpart: Element): Descriptor[] {
  const single = descriptorsOf(turn)
  const base = single.filter(({ doubt }) => doubt < 9).slice(0, 6)
  const pairs = base.flatMap((a, i) => base.slice(i + 1).flatMap((b) => joined(a, b)))
  const inside = marksInside(turn).filter(({ selector }) => counterpart.querySelector(selector) === null)
  const holding = base.slice(0, 4).flatMap((a) => inside.slice(0, 6).map((b) => ({ selector: `${a.selector}:has(${b.selector})`, doubt: Math.max(a.doubt, b.doubt) + 1 })))
  const lacking = base.slice(0, 4).flatMap((a) =>
    marksInside(counterpart).filter(({ selector }) => turn.querySelector(selector) === null).slice(0, 6).map((b) => ({ selector: `${a.selector}:not(:has(${b.selector}))`, doubt: Math.max(a.doubt, b.doubt) + 2 })))
  return [...single, ...pairs, ...holding, ...lacking, ...byPlace(turn)]
}

function joined(a: Descriptor, b: Descriptor): Descriptor[] {
  const [first, second] = /^[a-z]/i.test(b.selector) ? [b, a] : [a, b]
  return /^[a-z]/i.test(second.selector) ? [] : [{ selector: first.selector + second.selector, doubt: Math.max(a.doubt, b.doubt) + 0.5 }]
}

function marksInside(turn: Element): Descriptor[] {
  const marks = [...turn.querySelectorAll('*')].slice(0, 60).flatMap((element) => descriptorsOf(element).filter(({ doubt }) => doubt < 6))
  return [...new Map(marks.map((mark) => [mark.selector, mark])).values()].sort((a, b) => a.doubt - b.doubt)
}

/** Every second of its kind: the last resort. */
function byPlace(turn: Element): Descriptor[] {
  const siblings = [...(turn.parentElement?.children ?? [])]
  const parity = siblings.indexOf(turn) % 2 === 0 ? 'odd' : 'even'
  const parent = turn.parentElement ? descriptorsOf(turn.parentElement)[0] : undefined
  return parent && siblings.length > 1 ? [{ selector: `${parent.selector} > :nth-child(${parity})`, doubt: 14 }] : []
}

/** A body is a place, not a paragraph. */
const PLAIN = 'p,li,ul,ol,pre,code,table,blockquote,h1,h2,h3,h4,h5,h6,span,b,i,em,strong,a'

/** Controls and small print beside the words of a turn. */
const BESIDE = 'button,[role="button"],textarea,input,select,form,time,summary,[aria-expanded],[contenteditable="true"]'
const FLOW = 'p,li,ul,ol,pre,table,blockquote,h1,h2,h3,h4,h5,h6,hr,a,b,i,em,strong,span,code,br,img,svg,math,details'
const LABEL = 40

/** The words of a turn: the widest element around the place pointed at that holds nothing but words. */
function bodyOf(turn: Element, pointed: Element): Element {
  let body = pointed
  for (let at = composedParent(pointed); at && composedContains(turn, at) && (body.matches(PLAIN) || isWords(at, body)); at = composedParent(at)) body = at
  return body
}

function isWords(element: Element, body: Element): boolean {
  const controls = [...element.querySelectorAll(BESIDE)].filter((control) => control.closest('pre,table,[class*="code" i]') === null)
  const labels = [...element.children].filter((child) => child !== body && !child.matches(FLOW) && (child.textContent?.trim().length ?? 0) > 0)
  return controls.length === 0 && labels.every((label) => (label.textContent?.trim().length ?? 0) > LABEL) && !labels.some((label) => label.shadowRoot)
}

/** Null where the turn is nothing but words: then what is beside them in other turns is told by guessing. */
function bodySelector(turn: Element, pointed: Element, roots: readonly Root[]): string | null {
  const body = bodyOf(turn, pointed)
  if (body === turn) return null
  const root = turn.getRootNode()
  const alone = (selector: string) => {
    const found = queryAll(roots, selector).filter((element) => composedContains(turn, element))
    return found.includes(body) && found.every((element) => composedContains(body, element))
  }
  const names = descriptorsOf(body)
  const name = names.filter(({ doubt }) => doubt < 9).find(({ selector }) => alone(selector)) ?? names.find(({ selector, doubt }) => doubt === 9 && alone(selector))
  return name?.selector ?? (body.getRootNode() !== root ? names[0]!.selector : pathOf(turn, body))
}

/** Where the body stands in its turn, when nothing names it. */
function pathOf(turn: Element, body: Element): string {
  const steps: string[] = []
  for (let at = body; at !== turn && at.parentElement; at = at.parentElement) steps.unshift(`:nth-child(${[...at.parentElement.children].indexOf(at) + 1})`)
  return `:scope > ${steps.join(' > ')}`
}

const FIELD = 'textarea,input,[contenteditable="true"],[contenteditable=""],[contenteditable="plaintext-only"],[role="textbox"]'

/** The field a person types in, at the place pointed at or around it. */
function composerSelector(roots: readonly Root[], pointed: Element): string | null {
  const field = pointed.closest(FIELD) ?? pointed.querySelector(FIELD)
  if (!field) return null
  const names = [...(field.id && !/\d{2}/.test(field.id) ? [{ selector: `#${CSS.escape(field.id)}`, doubt: 1 }] : []), ...descriptorsOf(field)]
  const sole = names.find(({ selector, doubt }) => doubt < 9 && queryAll(roots, selector).length === 1)
  return sole?.selector ?? `${field.localName}${field.hasAttribute('contenteditable') ? '[contenteditable]' : ''}`
}
