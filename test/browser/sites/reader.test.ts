import { describe, expect, test } from 'vitest'
import { siteFor } from '../../../src/sites'
import { show } from './pages'

const url = 'https://chatgpt.com/c/0123456789abcdef01234567'
const turn = (role: string, id: string, body: string) => `<section data-turn="${role}"><h5 class="sr-only">${role} said:</h5><div data-message-author-role="${role}" data-message-id="${id}">${body}</div></section>`
const question = (id: string, text: string) => turn('user', id, `<div class="whitespace-pre-wrap">${text}</div>`)
const answer = (id: string, html: string) => turn('assistant', id, `<div class="markdown">${html}</div>`)

async function readOf(html: string, address = url) {
  const shown = await show(html)
  const reading = siteFor(shown.document, address).read(shown.document, address)
  return { ...shown, reading, answers: reading.turns.map((one) => one.answer) }
}

describe('the text of a turn', () => {
  test.each([
    ['paragraphs, lists and breaks', '<p>One  \n two</p><ul><li>a</li><li>b</li></ul>c<br>d', 'One two\n\na\nb\n\nc\nd'],
    ['code keeps its lines', '<pre><code>a\n  b</code></pre><p>c</p>', 'a\n  b\n\nc'],
    ['tables keep their cells apart', '<table><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>', 'a b\nc d'],
    ['words split over spans stay words', '<p><span>light</span><span>house</span> <b>keeper</b></p>', 'lighthouse keeper'],
    ['hidden twins and buttons are nobody’s words', '<p>Yes<span class="sr-only">You said</span><span aria-hidden="true">No</span><button>Copy</button></p>', 'Yes'],
    ['the bar of a code block stays with it', '<div><div><span>python</span><button>Copy</button></div><pre><code>x = 1</code></pre></div>', 'pythonCopy\n\nx = 1'],
    ['a formula is read once, from its MathML', '<p>So <span class="katex"><span class="katex-mathml"><math><semantics><mrow><mi>x</mi></mrow><annotation>x</annotation></semantics></math></span><span class="katex-html" aria-hidden="true">x</span></span>.</p>', 'So x x.'],
    ['scripts and pictures say nothing', '<p>a<script>evil()</script><svg><text>b</text></svg></p>', 'a'],
  ])('%s', async (_, html, expected) => {
    const { answers, close } = await readOf(question('q', 'Hm?') + answer('a', html))
    close()
    expect(answers).toEqual(['Hm?', expected])
  })

  test('every piece leads back to the characters it came from, in order, and code and quotations are marked', async () => {
    const { reading, close } = await readOf(question('q', 'Two\nlines') + answer('a', '<p>Say  <b>this</b>:</p><blockquote>never <code>x</code></blockquote><p>&lt;think&gt;</p>'))
    close()
    for (const { answer: said, pieces } of reading.turns) {
      const covered = pieces.answer.map((piece) => [said.slice(piece.start, piece.start + piece.length), piece.node.data.slice(piece.offset, piece.offset + piece.length)])
      expect(covered.filter(([here, there]) => here !== there)).toEqual([])
      expect(covered.map(([here]) => here).join('').replace(/\s/g, '')).toBe(said.replace(/\s/g, ''))
    }
    const { answer: said, marks } = reading.turns[1]!
    expect(marks.map(({ kind, start, end }) => [kind, said.slice(start, end)])).toEqual([['quote', 'never x'], ['code', 'x']])
  })
})

describe('reasoning written into the answer', () => {
  test.each([
    ['set apart by tags', '<p>&lt;think&gt;</p><p>Hm.</p><p>&lt;/think&gt;</p><p>Yes.</p>', 'Yes.', 'Hm.'],
    ['without an opening tag', '<p>Hm.</p><p>&lt;/think&gt;</p><p>Yes.</p>', 'Yes.', 'Hm.'],
    ['twice', '<p>&lt;think&gt;A&lt;/think&gt;</p><p>One.</p><p>&lt;think&gt;B&lt;/think&gt;</p><p>Two.</p>', 'One.\n\nTwo.', 'A\n\nB'],
    ['still open', '<p>&lt;think&gt;</p><p>Hm', '', 'Hm'],
    ['as an element nobody knows', '<think>Hm.</think><p>Yes.</p>', 'Yes.', 'Hm.'],
    ['only spoken of, in code', '<p>Use <code>&lt;think&gt;</code> and</p><pre>&lt;/think&gt;</pre>', 'Use <think> and\n\n</think>', null],
    ['in Magistral’s brackets', '<p>[THINK]Hm.[/THINK]Yes.</p>', 'Yes.', 'Hm.'],
  ])('%s', async (_, html, said, thought) => {
    const { reading, close } = await readOf(question('q', 'Hm?') + answer('a', html))
    close()
    expect(reading.turns[1]).toMatchObject({ answer: said, trace: thought })
  })
})

describe('reading again', () => {
  test('a streaming answer keeps its id, and settled turns are not read again', async () => {
    const { document, close } = await show(question('q', 'Hm?') + answer('a', '<p>Ye</p>') + '<button data-testid="stop-button">Stop</button>')
    const site = siteFor(document, url)
    const first = site.read(document, url)
    document.querySelector('.markdown p')!.firstChild!.nodeValue = 'Yes, it'
    document.querySelector('.whitespace-pre-wrap')!.textContent = 'changed behind our back'
    const second = site.read(document, url, new Set([first.turns[1]!.element]))
    document.querySelector('[data-testid="stop-button"]')!.remove()
    const third = site.read(document, url, new Set())
    close()
    expect(first.turns.map(({ streaming }) => streaming)).toEqual([false, true])
    expect(second.turns.map(({ id, answer }) => [id, answer])).toEqual([['q', 'Hm?'], ['a', 'Yes, it']])
    expect(second.turns[0]).toBe(first.turns[0])
    expect(third.turns[1]).toMatchObject({ answer: 'Yes, it', streaming: false })
  })

  test('one turn can be read alone, and found from a node inside it', async () => {
    const { document, reading, close } = await readOf(question('q', 'Hm?') + answer('a', '<p>Yes</p>'))
    const site = siteFor(document, url)
    site.read(document, url)
    const text = document.querySelector('.markdown p')!.firstChild!
    const element = site.turnOf(text)!
    text.nodeValue = 'Yes, now'
    expect(site.readTurn(element)).toMatchObject({ id: 'a', answer: 'Yes, now' })
    expect(site.turnOf(document.body)).toBeNull()
    element.remove()
    expect(site.readTurn(element)).toBeNull()
    expect(reading.turns).toHaveLength(2)
    close()
  })
})

describe('health', () => {
  const body = '<div id="prompt-textarea" contenteditable="true"></div>'
  test.each([
    ['a new chat is fine', body + '<h1>What is on your mind?</h1>', 'https://chatgpt.com/', 'ok'],
    ['a conversation without turns is broken', body, url, 'broken'],
    ['questions without answers', question('a', 'One') + question('b', 'Two'), url, 'broken'],
    ['an answer that begins with a reasoning heading', question('a', 'One') + answer('b', '<p>Thought for 3 seconds</p><p>Yes</p>'), url, 'degraded'],
    ['text that belongs to no turn', question('a', 'One') + answer('b', '<p>Yes</p>') + `<div>${'A third message nobody read. '.repeat(30)}</div>` + question('c', 'Two') + answer('d', '<p>No</p>'), url, 'degraded'],
    ['a body that went missing', question('a', 'One') + turn('assistant', 'b', '<p>Yes</p>'), url, 'degraded'],
  ])('%s', async (_, html, address, expected) => {
    const { reading, close } = await readOf(html, address)
    close()
    expect(reading.health).toBe(expected)
    expect(reading.problems.length > 0).toBe(expected !== 'ok')
  })
})

describe('hostile pages', () => {
  const nested = (depth: number) => {
    const top = document.createElement('div')
    let at = top
    for (let i = 0; i < depth; i += 1) at = at.appendChild(document.createElement('div'))
    at.textContent = 'the bottom of it'
    return top
  }

  test('nesting without end ends', async () => {
    const shown = await show('<main><div class="user-message">Hm?</div><div class="bot-message"></div></main>')
    shown.document.querySelector('.bot-message')!.append(shown.document.importNode(nested(1500), true))
    const reading = siteFor(shown.document, 'https://example.org/').read(shown.document, 'https://example.org/')
    shown.close()
    expect(reading.turns.map((one) => one.answer)).toEqual(['Hm?', 'the bottom of it'])
  })

  test('names made to exhaust a parser are not parsed', async () => {
    const { reading, close } = await readOf(`<main><div class="${'user-'.repeat(20_000)}">Hm?</div><div data-role="${'assistant '.repeat(20_000)}">Yes</div></main>`, 'https://example.org/')
    close()
    expect(reading.turns).toEqual([])
  })
})
