import type { Conversation, Health } from '../core/model'
import type { Root } from './dom'
import type { ReadTurn, SiteDefinition } from './site'
import { anyOf, queryAll, topmost } from './dom'
import { HIDDEN } from './text'
import { isTraceHeading } from './thinking'

export interface Evidence {
  definition: SiteDefinition
  url: string
  page: { document: Document; roots: readonly Root[]; stop: boolean }
  turns: readonly ReadTurn[]
  required: Record<string, number>
  doubts: readonly string[]
}

export type Assessment = Pick<Conversation, 'health' | 'signals' | 'problems'>

interface Problem {
  level: Exclude<Health, 'ok'>
  says: string
}

/** Text that belongs to no turn, in characters, before it counts as a turn we do not see. */
const STRAY = 400

const NOT_SPEECH = 'nav,aside,header,footer,form,script,style,noscript,template,textarea,button,dialog,[role="dialog"],[role="navigation"],'
  + `[role="toolbar"],[contenteditable="true"],svg,${HIDDEN}`

function length(element: Node): number {
  return (element.textContent ?? '').replace(/\s+/g, '').length
}

/** The closest element around all turns. */
export function around(elements: readonly Element[]): Element | null {
  let at: Element | null = elements[0]?.parentElement ?? null
  const last = elements.at(-1)
  while (at && last && !at.contains(last)) at = at.parentElement
  return at
}

/** Characters near the turns that are in no turn and no control: what a lost turn would leave. */
export function strayCharacters(turns: readonly ReadTurn[]): number {
  const area = around(turns.map((turn) => turn.element))
  if (!area) return 0
  const elements = turns.map((turn) => turn.element)
  const read = new Set(elements)
  const outside = topmost([...area.querySelectorAll(NOT_SPEECH)].filter((element) => !isWithin(element, read, area)))
  const controls = new Set(outside)
  const spoken = topmost(elements.filter((element) => !isWithin(element, controls, area)))
  const sum = (some: readonly Element[]) => some.reduce((total, element) => total + length(element), 0)
  return length(area) - sum(outside) - sum(spoken)
}

function isWithin(element: Element, some: ReadonlySet<Element>, end: Element): boolean {
  for (let at: Element | null = element; at && at !== end; at = at.parentElement) if (some.has(at)) return true
  return false
}

/** Characters a page shows outside menus and controls. */
function mainCharacters({ page }: Evidence): number {
  return page.roots.reduce((sum, root) => {
    const area = 'body' in root ? root.body : root
    const outside = topmost([...area.querySelectorAll(NOT_SPEECH)])
    return sum + length(area) - outside.reduce((total, element) => total + length(element), 0)
  }, 0)
}

/** More than a greeting and some advice: a page that shows this much and no turns has turns we do not see. */
const GREETING = 150

function emptyPage(evidence: Evidence): Problem[] {
  const { definition, page, url } = evidence
  const says = `No turns found on a page with text. ${definition.label} may be built in a way we do not know.`
  const composer = anyOf(definition.selectors.composer)
  const fresh = composer && queryAll(page.roots, composer).length > 0 && !isConversation(definition, url)
  if (fresh) return mainCharacters(evidence) > GREETING ? [{ level: 'degraded', says }] : []
  return [{ level: 'broken', says }]
}

function isConversation(definition: SiteDefinition, url: string): boolean {
  return Boolean(definition.conversationId && URL.canParse(url) && new RegExp(definition.conversationId).test(new URL(url).pathname))
}

function pairs({ turns, page }: Evidence): Problem[] {
  const asked = turns.filter((turn) => turn.role === 'user').length
  const answered = turns.length - asked
  if (answered === 0 && !page.stop) return [{ level: asked > 1 ? 'broken' : 'degraded', says: 'Questions found, but no answers.' }]
  if (asked === 0) return [{ level: 'degraded', says: 'Answers found, but no questions.' }]
  const changes = turns.filter((turn, i) => i > 0 && turn.role !== turns[i - 1]!.role).length
  return turns.length > 3 && changes < (turns.length - 1) / 2 ? [{ level: 'degraded', says: 'Questions and answers do not take turns.' }] : []
}

function emptyAnswers({ turns }: Evidence): Problem[] {
  const settled = turns.slice(0, -1).filter((turn) => turn.role === 'assistant' && !turn.streaming)
  const empty = settled.filter((turn) => turn.answer === '').length
  return empty > 0 && empty * 3 >= settled.length ? [{ level: 'degraded', says: `${empty} answers have no text.` }] : []
}

function tracesInside({ turns }: Evidence): Problem[] {
  const held = turns.filter((turn) => turn.role === 'assistant' && isTraceHeading(turn.answer.split('\n', 1)[0] ?? '')).length
  return held > 0 ? [{ level: 'degraded', says: `${held} answers begin with a reasoning heading: reasoning may be inside them.` }] : []
}

function strayText({ turns }: Evidence): Problem[] {
  const stray = strayCharacters(turns)
  const read = turns.reduce((total, turn) => total + turn.answer.length, 0)
  return stray > Math.max(STRAY, read / 4) ? [{ level: 'degraded', says: `${stray} characters beside the turns belong to none of them.` }] : []
}

function missingSignals({ required }: Evidence): Problem[] {
  const missing = Object.keys(required).filter((name) => required[name] === 0 && name !== 'userTurn' && name !== 'assistantTurn')
  return missing.map((name) => ({ level: 'degraded', says: `Expected on this page and not found: ${name}.` }))
}

function doubted({ doubts }: Evidence): Problem[] {
  return doubts.map((says) => ({ level: 'degraded', says }))
}

const CHECKS = [doubted, pairs, emptyAnswers, tracesInside, missingSignals, strayText]

/** Whether a reading can be trusted, from the site's own signals and from what the reading looks like. */
export function assess(evidence: Evidence): Assessment {
  const { turns, required } = evidence
  const problems = turns.length === 0 ? emptyPage(evidence) : CHECKS.flatMap((check) => check(evidence))
  const worst = problems.some((problem) => problem.level === 'broken') ? 'broken' : problems.length > 0 ? 'degraded' : 'ok'
  const missing = Object.keys(required).filter((name) => required[name] === 0)
  return { health: worst, signals: { required, missing: turns.length > 0 || worst !== 'ok' ? missing : [] }, problems: problems.map((problem) => problem.says) }
}
