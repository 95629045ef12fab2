import { askModel } from '../openaiStream'
import { bindComposer } from './composer'
import { loadConversations, newTurn, saveConversations, type StoredConversation, type StoredTurn } from './conversations'
import { fromMarkup } from './template'
import { templates } from './templates'
import { showTurn, type TurnActions } from './view'
import { mountedTurns } from './windowing'

// One page program for six sites: what differs is in the templates. The fake server's address is put into the page.
const template = Object.values(templates).find(({ host }) => host === location.hostname)!
const server = document.querySelector<HTMLMetaElement>('meta[name="fake-server"]')!.content
const all = loadConversations()
const elements = new Map<string, Element>()
const heights = new Map<string, number>()
let current = conversationAt(location.pathname)
let stopper: AbortController | null = null

const nav = document.body.appendChild(document.createElement('nav'))
const main = document.body.appendChild(fromMarkup(template.main))
const list = main.querySelector<HTMLElement>(template.list) ?? document.querySelector<HTMLElement>(template.list)!
const scroller = main.querySelector<HTMLElement>(template.scroller)!
const composer = bindComposer(main, template, { send, stop: () => stopper?.abort() })

const actions: TurnActions = {
  regenerate: turn => {
    const index = current!.turns.indexOf(turn)
    current!.turns.splice(index)
    void answer(current!)
  },
  edit: (turn, text) => {
    current!.turns.splice(current!.turns.indexOf(turn))
    send(text)
  },
}

function conversationAt(path: string): StoredConversation | null {
  return all.find(({ id }) => template.chatPath(id) === path) ?? null
}

function send(text: string): void {
  if (!current) {
    current = { id: crypto.randomUUID(), title: text.slice(0, 60), turns: [] }
    all.unshift(current)
    history.pushState(null, '', template.chatPath(current.id))
  }
  current.turns.push(newTurn('user', text))
  void answer(current)
}

async function answer(conversation: StoredConversation): Promise<void> {
  const messages = conversation.turns.map(({ role, answer: content }) => ({ role, content }))
  const turn = newTurn('assistant', '')
  conversation.turns.push(turn)
  stopper = new AbortController()
  render(true)
  try {
    for await (const { part, text } of askModel(messages, stopper.signal, server)) {
      if (part === 'withdrawn') turn.answer = template.apology
      else turn[part] += text
      render(isAtEnd())
    }
  } catch (error) {
    if (!stopper.signal.aborted) turn.answer = String(error)
  }
  finish(turn)
}

function finish(turn: StoredTurn): void {
  turn.streaming = false
  stopper = null
  if (template.rerendersAtEnd) {
    elements.get(turn.id)?.remove()
    elements.delete(turn.id)
    turn.id = crypto.randomUUID()
  }
  render(isAtEnd())
}

const isAtEnd = () => scroller.scrollTop + scroller.clientHeight > scroller.scrollHeight - 80

function render(toEnd: boolean): void {
  saveConversations(all)
  document.title = current ? `${current.title} - ${template.brand}` : template.brand
  composer.setStreaming(Boolean(current?.turns.some(turn => turn.streaming)))
  renderNav()
  renderTurns()
  if (!toEnd) return
  scroller.scrollTop = scroller.scrollHeight
  renderTurns()
}

function renderTurns(): void {
  const turns = current?.turns ?? []
  const range = template.windowed ? mountedTurns(turns.map(({ id }) => heights.get(id)), scroller.scrollTop, scroller.clientHeight) : { first: 0, last: turns.length, above: 0, below: 0 }
  const shown = turns.slice(range.first, range.last)
  for (const [id, element] of elements) if (!shown.some(turn => turn.id === id)) unmount(id, element)
  shown.forEach((turn, index) => {
    const element = showTurn(elements.get(turn.id), turn, template, actions)
    elements.set(turn.id, element)
    if (list.children[index] !== element) list.insertBefore(element, list.children[index] ?? null)
    heights.set(turn.id, element.getBoundingClientRect().height)
  })
  list.style.padding = template.windowed ? `${range.above}px 0 ${range.below}px` : ''
}

function unmount(id: string, element: Element): void {
  element.remove()
  elements.delete(id)
}

function renderNav(): void {
  const link = (href: string, text: string) => {
    const anchor = document.createElement('a')
    anchor.href = href
    anchor.textContent = text
    if (href === location.pathname) anchor.setAttribute('aria-current', 'page')
    return anchor
  }
  const links = [link(template.newChatPath, 'New chat'), ...all.map(({ id, title }) => link(template.chatPath(id), title))]
  const same = links.length === nav.children.length && links.every((anchor, index) => anchor.isEqualNode(nav.children[index]!))
  if (!same) nav.replaceChildren(...links)
}

function show(): void {
  current = conversationAt(location.pathname)
  render(true)
}

nav.addEventListener('click', event => {
  const anchor = (event.target as Element).closest('a')
  if (!anchor) return
  event.preventDefault()
  history.pushState(null, '', anchor.pathname)
  show()
})
addEventListener('popstate', show)
scroller.addEventListener('scroll', () => template.windowed && renderTurns(), { passive: true })
show()
