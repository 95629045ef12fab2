import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Flag } from '../../../src/core/flags'
import { openPainter, pieceAt } from '../../../src/content/highlight'
import type { Piece, ReadTurn } from '../../../src/sites/site'

function turnOf(element: Element, nodes: readonly Text[]): ReadTurn {
  const pieces: Piece[] = []
  let at = 0
  for (const node of nodes) {
    pieces.push({ node, start: at, offset: 0, length: node.length })
    // As a reader joins two blocks: by a line break that no node shows.
    at += node.length + 1
  }
  const answer = nodes.map((node) => node.data).join('\n')
  return { id: 't', role: 'assistant', answer, trace: null, marks: [], streaming: false, element, pieces: { answer: pieces, trace: [] } }
}

function flagOn(turn: ReadTurn, quote: string): Flag {
  const start = turn.answer.indexOf(quote)
  return { kind: 'conflict', rule: 'claim.direct', where: 'answer', start, end: start + quote.length, quote, identity: null }
}

function painted(): string[] {
  return [...CSS.highlights.values()].flatMap((highlight) =>
    [...highlight].map((marked) => {
      const range = document.createRange()
      range.setStart(marked.startContainer, marked.startOffset)
      range.setEnd(marked.endContainer, marked.endOffset)
      return range.toString()
    }),
  )
}

describe('the painter', () => {
  let host: HTMLElement
  let gone: AbortController

  beforeEach(() => {
    host = document.body.appendChild(document.createElement('div'))
    gone = new AbortController()
  })
  afterEach(() => {
    gone.abort()
    host.remove()
  })
  const paragraphs = (...texts: string[]) => turnOf(host, texts.map((text) => host.appendChild(document.createElement('p')).appendChild(document.createTextNode(text))))

  it('paints a quote inside one node, across nodes, and up to the last character', () => {
    const turn = paragraphs('I am ', 'ChatGPT by', 'OpenAI')
    const painter = openPainter(gone.signal)
    painter.paint('t', turn, [flagOn(turn, 'ChatGPT')])
    expect(painted()).toEqual(['ChatGPT'])
    painter.paint('t', turn, [flagOn(turn, 'am \nChatGPT by\nOpenAI')])
    expect(painted()).toEqual(['am ChatGPT byOpenAI'])
  })

  it('changes nothing in the page', () => {
    const turn = paragraphs('I am ChatGPT')
    const before = document.documentElement.outerHTML
    openPainter(gone.signal).paint('t', turn, [flagOn(turn, 'ChatGPT')])
    expect(document.documentElement.outerHTML).toBe(before)
  })

  it('leaves no name a page could know us by', () => {
    const names = () => [...CSS.highlights.keys()]
    const turn = paragraphs('I am ChatGPT')
    openPainter(gone.signal).paint('t', turn, [flagOn(turn, 'ChatGPT')])
    const first = names()
    gone.abort()
    expect(names()).toEqual([])
    gone = new AbortController()
    openPainter(gone.signal).paint('t', turn, [flagOn(turn, 'ChatGPT')])
    expect(names().filter((name) => first.includes(name) || /telltale/i.test(name))).toEqual([])
  })

  it('comes back when the page deleted it, and forgets what it is told to', () => {
    const turn = paragraphs('I am ChatGPT')
    const painter = openPainter(gone.signal)
    painter.paint('t', turn, [flagOn(turn, 'ChatGPT')])
    CSS.highlights.clear()
    painter.paint('t', turn, [flagOn(turn, 'ChatGPT')])
    expect(painted()).toEqual(['ChatGPT'])
    painter.erase('t')
    expect(painted()).toEqual([])
  })

  it('erases what is not on the page any more, and knows the element a turn was painted on', () => {
    const turn = paragraphs('I am ChatGPT')
    const painter = openPainter(gone.signal)
    painter.paint('old', turn, [flagOn(turn, 'ChatGPT')])
    painter.paint('new', turn, [flagOn(turn, 'I am')])
    expect(painter.isPaintedOn('new', host)).toBe(true)
    expect(painter.isPaintedOn('new', document.body)).toBe(false)
    painter.eraseBut(new Set(['new']))
    expect(painted()).toEqual(['I am'])
    expect(painter.isPaintedOn('old', host)).toBe(false)
  })

  it('paints inside shadow roots with a style of their own', () => {
    const shadow = host.attachShadow({ mode: 'open' })
    const node = shadow.appendChild(document.createElement('p')).appendChild(document.createTextNode('I am ChatGPT'))
    const turn = turnOf(node.parentElement!, [node])
    openPainter(gone.signal).paint('t', turn, [flagOn(turn, 'ChatGPT')])
    expect(shadow.adoptedStyleSheets).toHaveLength(1)
    const [name] = [...CSS.highlights.keys()]
    expect(getComputedStyle(node.parentElement!, `::highlight(${name})`).backgroundColor).not.toBe('rgba(0, 0, 0, 0)')
  })

  it('skips what has left the page', () => {
    const turn = paragraphs('I am ChatGPT')
    host.replaceChildren()
    openPainter(gone.signal).paint('t', turn, [flagOn(turn, 'ChatGPT')])
    expect(painted()).toEqual([])
  })
})

describe('pieceAt', () => {
  it('finds the piece that shows a character, or the next after a separator', () => {
    const { pieces } = turnOf(document.body, ['ab', 'cd'].map((text) => document.createTextNode(text)))
    expect([0, 1, 2, 3, 4].map((index) => pieceAt(pieces.answer, index)?.node.data)).toEqual(['ab', 'ab', 'cd', 'cd', 'cd'])
    expect(pieceAt([], 0)).toBeUndefined()
  })
})
