import { fileURLToPath } from 'node:url'
import { fromDirectory, type Responder } from '../../support/respond'

const library = fileURLToPath(new URL('../../../node_modules/@tanstack/virtual-core/dist/esm/', import.meta.url))

/** The nth question (from 0): every seventh is one that many others are, word for word. */
export function questionAt(n: number): string {
  return n % 7 === 3 ? 'Go on, please.' : `Question ${n}: what comes after the number ${n * 17}?`
}

/** The nth answer: of very different lengths, and one in fifty gives the model away. */
export function answerAt(n: number): string {
  const told = n % 50 === 25 ? 'I am ChatGPT, a language model made by OpenAI. ' : ''
  return `${told}After ${n * 17} comes ${n * 17 + 1}. ${'That is how counting goes, one step at a time. '.repeat(n % 6)}`.trim()
}

/** A chat of `turns` turns whose far ones are unmounted by a public virtual-list library; no turn has an id. */
export function virtualPage(turns: number): Responder {
  const files = fromDirectory(library)
  const html = pageOf(Array.from({ length: turns }, (_, i) => (i % 2 === 0 ? questionAt(i / 2) : answerAt((i - 1) / 2))))
  return (url) => (url.pathname.startsWith('/virtual/') ? files(new URL(url.pathname.slice('/virtual'.length), url)) : { contentType: 'text/html; charset=utf-8', body: html })
}

function pageOf(texts: readonly string[]): string {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>A long chat</title>
<style>body { margin: 0; font: 16px/1.5 sans-serif } #scroller { height: 80vh; overflow: auto } #list { position: relative; max-width: 700px; margin: auto }
#list > div { position: absolute; top: 0; left: 0; width: 100%; padding: 8px } .user-message { background: #eef } textarea { width: 90% }</style>
<main><div id="scroller"><div id="list"></div></div></main><footer><textarea placeholder="Message"></textarea></footer>
<script>globalThis.process = { env: { NODE_ENV: "production" } }</script>
<script type="importmap">{ "imports": { "@tanstack/virtual-core": "/virtual/index.js" } }</script>
<script type="module">
  import { Virtualizer, elementScroll, observeElementOffset, observeElementRect } from '@tanstack/virtual-core'
  const texts = ${JSON.stringify(texts).replaceAll('<', '\\u003c')}
  const [scroller, list] = [document.querySelector('#scroller'), document.querySelector('#list')]
  const mounted = new Map()
  const rows = new Virtualizer({
    count: texts.length, getScrollElement: () => scroller, estimateSize: () => 90, overscan: 4,
    scrollToFn: elementScroll, observeElementRect, observeElementOffset, onChange: () => render(),
  })
  function mount(index) {
    const row = document.createElement('div')
    row.dataset.index = index
    row.className = index % 2 === 0 ? 'row user-message' : 'row assistant-message'
    row.append(document.createElement('p'))
    row.firstChild.textContent = texts[index]
    list.append(row)
    mounted.set(index, row)
    rows.measureElement(row)
    return row
  }
  function render() {
    const items = rows.getVirtualItems()
    const wanted = new Set(items.map(item => item.index))
    for (const [index, row] of mounted) if (!wanted.has(index)) { row.remove(); mounted.delete(index) }
    list.style.height = rows.getTotalSize() + 'px'
    for (const item of items) (mounted.get(item.index) ?? mount(item.index)).style.transform = 'translateY(' + item.start + 'px)'
    // A list in page order, as programs keep it for screen readers.
    for (const index of [...mounted.keys()].sort((a, b) => a - b)) if (list.lastChild !== mounted.get(index)) list.append(mounted.get(index))
  }
  rows._didMount()
  rows._willUpdate()
  render()
</script></html>`
}
