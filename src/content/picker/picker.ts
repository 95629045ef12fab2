import { SITE_FORMAT } from '../../core/taughtSite'
import { browser } from '../../platform/browser'
import { ask } from '../../platform/messages'
import type { BackgroundMessages } from '../../platform/protocol'
import { createSite } from '../../sites/reader'
import type { ReadTurn } from '../../sites/site'
import { completed } from './completed'
import { generalise, type Learned } from './generalise'
import { openPanel, type Action, type BoxKind, type Panel } from './panel'
import { follow } from './pointing'

type Step = 'answer' | 'question' | 'composer' | 'review'

interface State {
  step: Step
  answer: Element | null
  question: Element | null
  composer: Element | null
  /** Under the pointer, or chosen by the arrow keys. */
  here: Element | null
  learned: Learned | null
  /** What would be read by what was learned. */
  turns: readonly ReadTurn[]
  warning: string
}

const steps: Record<Step, () => string> = {
  answer: () => text('teachAnswer'),
  question: () => text('teachQuestion'),
  composer: () => text('teachComposer'),
  review: () => text('teachReview'),
}

let open: AbortController | null = null

/** Lets a person point at an answer, a question and the composer of a page, and saves what that teaches. One at a time. */
export function openPicker(document: Document, signal: AbortSignal): boolean {
  open?.abort()
  const running = (open = new AbortController())
  const closed = AbortSignal.any([running.signal, signal])
  const panel = openPanel(document)
  closed.addEventListener('abort', () => panel.close())
  const state: State = { step: 'answer', answer: null, question: null, composer: null, here: null, learned: null, turns: [], warning: '' }
  const draw = () => redraw(document, panel, state, { leave: () => running.abort(), draw: () => draw() })
  follow(document, panel, closed, {
    at: (element) => {
      state.here = state.step === 'review' ? null : element
      draw()
    },
    picked: (element) => {
      pick(document, state, element)
      draw()
    },
    current: () => state.here,
    leave: () => running.abort(),
    moved: () => outline(panel, state),
  })
  draw()
  return true
}

function pick(document: Document, state: State, element: Element): void {
  state.warning = ''
  if (state.step === 'answer') Object.assign(state, { answer: element, step: 'question' })
  else if (state.step === 'question') learn(document, state, { question: element }, 'composer')
  else if (state.step === 'composer') learn(document, state, { composer: element }, 'review')
}

/** Goes on when the page sets apart what was pointed at; says so and stays where it is when it does not. */
function learn(document: Document, state: State, more: Partial<Pick<State, 'question' | 'composer'>>, next: Step): void {
  const { answer, question, composer } = { ...state, ...more }
  const learned = answer && question ? generalise(document, { answer, question, composer }) : null
  if (!learned) {
    state.warning = text('teachSame')
    return
  }
  if (more.composer && learned.selectors.composer === undefined) {
    state.warning = text('teachNoField')
    return
  }
  Object.assign(state, more, { learned, step: next, here: next === 'review' ? null : state.here, turns: wouldRead(document, learned) })
}

function wouldRead(document: Document, { shadow, selectors }: Learned): ReadTurn[] {
  const definition = { id: 'taught', label: 'taught', matches: [], shadow, selectors, verified: { on: '', by: 'page' as const } }
  return createSite(completed(definition)).read(document, location.href).turns
}

interface Controls {
  leave: () => void
  draw: () => void
}

function redraw(document: Document, panel: Panel, state: State, controls: Controls): void {
  const asked = state.turns.filter(({ role }) => role === 'user').length
  const told = state.learned ? text('teachReads', asked, state.turns.length - asked) : ''
  panel.render({ title: text('teachTitle'), step: steps[state.step](), told, warning: state.warning, hint: text('teachHint'), actions: actionsFor(document, state, controls) })
  outline(panel, state)
}

function actionsFor(document: Document, state: State, { leave, draw }: Controls): Action[] {
  const then = (change: () => void) => () => {
    change()
    draw()
  }
  const back: Action = { label: text('teachBack'), run: then(() => Object.assign(state, { step: 'answer', answer: null, question: null, composer: null, learned: null, turns: [], warning: '' })) }
  const cancel: Action = { label: text('cancel'), run: leave }
  const skip: Action = { label: text('teachSkip'), run: then(() => learn(document, state, { composer: null }, 'review')) }
  const save: Action = { label: text('teachSave'), primary: true, disabled: state.turns.length === 0, run: () => void keep(state).then(leave, then(() => (state.warning = text('teachFailed')))) }
  const byStep: Record<Step, Action[]> = { answer: [cancel], question: [back, cancel], composer: [skip, back, cancel], review: [save, back, cancel] }
  return byStep[state.step]
}

async function keep({ learned }: State): Promise<void> {
  if (!learned) return
  const site = { format: SITE_FORMAT, taughtOn: new Date().toISOString().slice(0, 10), ...learned }
  await ask<BackgroundMessages, 'sites/teach'>('sites/teach', { site })
}

function outline(panel: Panel, { turns, here, composer, answer, question }: State): void {
  const boxes: { element: Element; kind: BoxKind }[] = turns.map(({ element, role }) => ({ element, kind: role }))
  if (turns.length === 0 && answer) boxes.push({ element: answer, kind: 'assistant' })
  if (turns.length === 0 && question) boxes.push({ element: question, kind: 'user' })
  if (composer) boxes.push({ element: composer, kind: 'composer' })
  if (here) boxes.push({ element: here, kind: 'here' })
  panel.outline(boxes)
}

type Message = 'teachAnswer' | 'teachQuestion' | 'teachComposer' | 'teachReview' | 'teachReads' | 'teachTitle' | 'teachHint' | 'teachSame' | 'teachNoField' | 'teachSkip' | 'teachBack' | 'teachSave' | 'teachFailed' | 'cancel'

function text(name: Message, ...substitutions: number[]): string {
  return browser.i18n.getMessage(name, substitutions.map(String))
}
