import { expect, test } from 'vitest'
import { siteFor, skeleton } from '../../../src/sites'
import { show } from './pages'

const SECRET = /Ada|lighthouse|secret|4711|example\.org\/me/

const page = `<title>Ada's secret</title><body><main id="conversation-0b8f4a52-1111-4000-8000-000000004711" data-owner="Ada">
  <p title="secret" aria-label="Message of Ada: lighthouse">Who looks after the lighthouse?</p>
  <div class="bubble user-4711" data-testid="user-message"><img alt="Ada" src="https://example.org/me.png"><a href="https://example.org/me">lighthouse</a></div>
  <div class="row"><b>x</b></div><div class="row"><b>y</b></div><div class="row"><b>z</b></div>
  <script>var secret = 1</script></main></body>`

test('a skeleton tells how a page is built and nothing that anybody wrote', async () => {
  const { document, close } = await show(page)
  const url = 'https://chat.example.org/c/secret-4711'
  const report = skeleton(document, siteFor(document, url).read(document, url))
  close()
  expect(report).not.toMatch(SECRET)
  expect(report).toContain('<div class="bubble user-#" data-testid="user-message">')
  expect(report).toContain('text(31)')
  expect(report).toContain('× 3')
  expect(report).toContain('chat.example.org/c/#')
})

test('a skeleton of a very large page is cut, not endless', async () => {
  const { document, close } = await show(`<body>${Array.from({ length: 6000 }, (_, i) => `<div class="c${'x'.repeat(i % 7)}">${i}</div>`).join('')}</body>`)
  const report = skeleton(document, siteFor(document, 'https://example.org/').read(document, 'https://example.org/'))
  close()
  expect(report.split('\n').length).toBeLessThan(4000)
  expect(report).toContain('… cut')
})
