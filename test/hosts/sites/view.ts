import type { StoredTurn } from './conversations'
import { renderMarkdown } from './markdown'
import { fromMarkup, type Template } from './template'

/** What a click inside a turn asks for. */
export interface TurnActions {
  regenerate(turn: StoredTurn): void
  edit(turn: StoredTurn, text: string): void
}

/** Makes a turn's element, or brings the one there is up to date. */
export function showTurn(old: Element | undefined, turn: StoredTurn, template: Template, actions: TurnActions): Element {
  const element = old ?? createTurn(turn, template, actions)
  if (turn.role === 'user') element.querySelector(template.user.body)!.textContent ||= turn.answer
  else showAnswer(element, turn, template)
  return element
}

function createTurn(turn: StoredTurn, template: Template, actions: TurnActions): Element {
  const element = fromMarkup(template[turn.role].html, turn.id)
  const on = (selector: string, act: () => void) => element.querySelector(selector)?.addEventListener('click', act)
  if (turn.role === 'assistant') on(template.assistant.regenerate, () => actions.regenerate(turn))
  else on(template.user.edit, () => editInPlace(element, turn, template, actions))
  return element
}

function showAnswer(element: Element, turn: StoredTurn, template: Template): void {
  const { trace, assistant } = template
  if (turn.trace && !element.querySelector(trace.body)) element.querySelector(trace.before)!.before(fromMarkup(trace.html))
  if (turn.trace) renderMarkdown(element.querySelector(trace.body)!, turn.trace, template)
  if (turn.trace && trace.done && (turn.answer || !turn.streaming)) setText(element.querySelector(trace.done.label)!, trace.done.text)
  renderMarkdown(element.querySelector(assistant.body)!, turn.answer, template)
  if (marked.get(element) !== turn.streaming) template.mark(element, turn.streaming)
  marked.set(element, turn.streaming)
}

const marked = new WeakMap<Element, boolean>()

function setText(element: Element, text: string): void {
  if (element.textContent !== text) element.textContent = text
}

function editInPlace(element: Element, turn: StoredTurn, template: Template, { edit }: TurnActions): void {
  const body = element.querySelector(template.user.body)!
  const box = document.createElement('textarea')
  box.className = 'host-edit'
  box.value = turn.answer
  box.addEventListener('click', () => box.select())
  box.addEventListener('keydown', event => {
    if (event.key !== 'Enter') return
    event.preventDefault()
    edit(turn, box.value)
  })
  body.replaceChildren(box)
  box.focus()
}
