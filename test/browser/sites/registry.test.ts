import { describe, expect, test } from 'vitest'
import { definitions, siteFor, type SiteDefinition } from '../../../src/sites'
import { alternatives } from '../../../src/sites/dom'
import { covers } from '../../../src/sites/registry'
import { show } from './pages'

const taught: SiteDefinition = {
  id: 'mine', label: 'Mine', matches: ['https://chat.example.org/*'], verified: { on: '2026-11-22', by: 'page' },
  selectors: { userTurn: '.q', assistantTurn: '.a', userBody: '.q', answerBody: '.a' },
}
const page = '<main><div class="q">Who looks after the lighthouse?</div><div class="a">The keeper does, every night of the year.</div></main>'

describe('choosing a site', () => {
  test.each(definitions)('$id names only selectors and patterns that browsers know', (definition) => {
    const { selectors, recognise, required, idAttributes, conversationId, paths } = definition
    const sources = [...Object.values(selectors), ...(recognise ?? []), ...(required ?? []), ...(idAttributes ?? []).filter((one) => one.includes('@'))].flatMap(alternatives)
    const scratch = document.createDocumentFragment()
    for (const source of sources) expect(() => scratch.querySelector(source.replace(/@[\w-]+$/, '')), source).not.toThrow()
    for (const pattern of [conversationId, paths]) expect(() => new RegExp(pattern ?? '')).not.toThrow()
    expect(sources.length).toBeGreaterThan(2)
  })

  test('ids are given once', () => {
    expect(new Set(definitions.map(({ id }) => id)).size).toBe(definitions.length)
  })

  test('a taught site reads its host, and only that', async () => {
    const { document, close } = await show(page)
    const there = siteFor(document, 'https://chat.example.org/c/1', [taught]).read(document, 'https://chat.example.org/c/1')
    const elsewhere = siteFor(document, 'https://example.org/', [taught])
    close()
    expect(there).toMatchObject({ site: 'mine', health: 'ok', turns: [{ role: 'user' }, { role: 'assistant', answer: 'The keeper does, every night of the year.' }] })
    expect(elsewhere.id).toBe('generic')
  })

  test.each([
    ['https://chatgpt.com/*', 'https://chatgpt.com/c/1', true],
    ['https://chatgpt.com/*', 'https://chatgpt.com.example.org/c/1', false],
    ['https://chatgpt.com/*', 'http://chatgpt.com/c/1', false],
    ['https://*.lmarena.ai/*', 'https://beta.lmarena.ai/', true],
    ['https://x.com/i/grok*', 'https://x.com/i/grok?conversation=1', true],
    ['https://x.com/i/grok*', 'https://x.com/home', false],
    ['http://localhost:3000/*', 'http://localhost:3000/c', true],
    ['https://chatgpt.com/*', 'not an address', false],
  ])('%s covers %s: %s', (pattern, url, expected) => {
    expect(covers(pattern, url)).toBe(expected)
  })
})
