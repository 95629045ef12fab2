import { style } from './style'

export type BoxKind = 'assistant' | 'user' | 'composer' | 'here'

export interface Action {
  label: string
  primary?: boolean
  disabled?: boolean
  run: () => void
}

/** What the panel says and offers. */
export interface PanelState {
  title: string
  step: string
  told: string
  warning: string
  hint: string
  actions: readonly Action[]
}

export interface Panel {
  render(state: PanelState): void
  outline(boxes: readonly { element: Element; kind: BoxKind }[]): void
  /** Whether an event came from the panel itself. */
  holds(event: Event): boolean
  /** A button of ours has the focus, so Enter and Space are its own. */
  onButton(): boolean
  close(): void
}

/** Boxes beyond this many say nothing more, and cost the page a layout each. */
const MOST_BOXES = 400

/**
 * Everything the picker shows, in one closed shadow root under one bare element: the page sees that there is an
 * element without name, class or content, and nothing of what is in it.
 */
export function openPanel(document: Document): Panel {
  const host = document.createElement('div')
  const root = host.attachShadow({ mode: 'closed' })
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(style)
  root.adoptedStyleSheets = [sheet]
  const [layer, panel] = [document.createElement('div'), document.createElement('div')]
  panel.className = 'panel'
  panel.tabIndex = -1
  panel.setAttribute('role', 'dialog')
  root.append(layer, panel)
  // What is done in the panel is nothing the page should hear of.
  for (const name of ['click', 'pointerdown', 'pointerup', 'mousedown', 'mouseup', 'keydown', 'keyup', 'focusin', 'focusout']) root.addEventListener(name, (event) => event.stopPropagation())
  document.documentElement.append(host)
  const parts = partsIn(panel)
  panel.focus()
  return {
    render: (state) => {
      if (!host.isConnected) document.documentElement.append(host)
      show(parts, state, panel)
    },
    outline: (boxes) => {
      layer.replaceChildren(...boxes.slice(0, MOST_BOXES).flatMap(({ element, kind }) => boxAround(element, kind)))
      panel.classList.toggle('aside', boxes.some(({ element, kind }) => kind === 'here' && covers(panel, element)))
    },
    holds: (event) => event.composedPath().includes(host),
    onButton: () => root.activeElement?.localName === 'button',
    close: () => host.remove(),
  }
}

interface Parts {
  title: HTMLElement
  step: HTMLElement
  told: HTMLElement
  warning: HTMLElement
  hint: HTMLElement
  actions: HTMLElement
}

function partsIn(panel: HTMLElement): Parts {
  const add = (tag: string, name: string): HTMLElement => {
    const element = panel.ownerDocument.createElement(tag)
    element.className = name
    panel.append(element)
    return element
  }
  const parts = { title: add('h1', 'title'), step: add('p', 'step'), told: add('p', 'told'), warning: add('p', 'warning'), hint: add('p', 'hint'), actions: add('div', 'actions') }
  parts.step.setAttribute('aria-live', 'polite')
  parts.told.setAttribute('aria-live', 'polite')
  parts.warning.setAttribute('role', 'alert')
  return parts
}

function show({ actions: place, ...texts }: Parts, { actions, ...state }: PanelState, panel: HTMLElement): void {
  panel.setAttribute('aria-label', state.title)
  for (const name of ['title', 'step', 'told', 'warning', 'hint'] as const) if (texts[name].textContent !== state[name]) texts[name].textContent = state[name]
  const wanted = JSON.stringify(actions)
  if (place.dataset.shown !== wanted) place.replaceChildren(...actions.map((action) => button(panel.ownerDocument, action)))
  place.dataset.shown = wanted
}

function button(document: Document, { label, primary = false, disabled = false, run }: Action): HTMLButtonElement {
  const element = document.createElement('button')
  element.type = 'button'
  element.textContent = label
  element.className = primary ? 'primary' : ''
  element.disabled = disabled
  // A page cannot reach this button, and what is not a person's own click does nothing.
  element.addEventListener('click', (event) => {
    if (event.isTrusted) run()
  })
  return element
}

function boxAround(element: Element, kind: BoxKind): HTMLElement[] {
  const { left, top, width, height, bottom } = element.getBoundingClientRect()
  if (width === 0 || height === 0 || bottom < 0 || top > innerHeight) return []
  const box = element.ownerDocument.createElement('div')
  box.className = `box ${kind}`
  Object.assign(box.style, { left: `${left}px`, top: `${top}px`, width: `${width}px`, height: `${height}px` })
  return [box]
}

function covers(panel: HTMLElement, element: Element): boolean {
  const [a, b] = [panel.getBoundingClientRect(), element.getBoundingClientRect()]
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom && b.width < innerWidth / 2
}
