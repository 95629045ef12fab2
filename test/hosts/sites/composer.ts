import { fromMarkup, type Template } from './template'

export interface ComposerEvents {
  send(text: string): void
  stop(): void
}

/** Wires the template's composer and its send and stop buttons. */
export function bindComposer(main: Element, template: Template, events: ComposerEvents): { setStreaming(on: boolean): void } {
  const box = main.querySelector<HTMLElement>(template.composer)!
  const slot = main.querySelector<HTMLElement>('.host-slot')!
  let streaming = false
  let shown = ''
  const text = () => (box instanceof HTMLTextAreaElement ? box.value : box.innerText).trim()
  const submit = () => {
    const said = text()
    if (!said || streaming) return
    if (box instanceof HTMLTextAreaElement) box.value = ''
    else box.replaceChildren(fromMarkup('<p><br></p>'))
    events.send(said)
    showButton()
  }
  const showButton = () => {
    const wanted = streaming ? 'stop' : text() || !template.sendOnlyWithText ? 'send' : ''
    if (wanted === shown) return
    shown = wanted
    slot.replaceChildren(...(wanted ? [fromMarkup(template[wanted].html)] : []))
  }
  slot.addEventListener('click', event => {
    event.preventDefault()
    if (streaming) events.stop()
    else submit()
  })
  box.addEventListener('input', showButton)
  box.addEventListener('keydown', event => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return
    event.preventDefault()
    submit()
  })
  showButton()
  return {
    setStreaming: on => {
      streaming = on
      showButton()
    },
  }
}
