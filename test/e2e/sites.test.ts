import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildHosts } from '../hosts/build'
import { sitePage, siteResponder } from '../hosts/sitePages'
import { differences, expectedOf, fixturesIn, fixturesRoot } from '../site/fixtures'
import { openReader, type SavedPageReader } from '../site/reader'
import type { BrowserName } from '../support/browsers'
import type { Page } from '../support/driver'
import { fromHtml } from '../support/respond'
import { readingOf, skeletonOf } from './reading'
import { eventually, keptCaptures, openBench, openPopup, pause, rowsOf, type Bench } from './telltale'

const secret = 'The lighthouse keeper drinks his tea without sugar, and nobody was ever to know of that.'
const script = [
  { match: 'tell me', answer: `${secret} He has done so for thirty years, every evening, and says that it is better for his teeth.`, withdrawn: true, holdAfter: 'better for' },
  { match: 'and again', answer: 'First version of a harmless answer, about boats and what they are made of.' },
  { match: 'and again', answer: 'Another version, this time about kites, which are made of paper and string.' },
  { match: 'who', answer: 'I am Claude, made by Anthropic, as far as I know.' },
]

/** A known host whose page was built anew: nothing of what its site names is left. */
const redesigned = `<!doctype html><meta charset="utf-8"><title>New</title><main><div class="convo">
<div class="row user-message"><p>Who made you, dear Ada Lovelace?</p></div>
<div class="row assistant-message"><div class="text"><p>I am ChatGPT, made by OpenAI. How can I help you today?</p></div></div>
<div class="row user-message"><p>That is odd.</p></div>
<div class="row assistant-message"><div class="text"><p>It is what I have been told, and I see no reason to doubt it at all.</p></div></div>
</div></main>`

describe.each<BrowserName>(['chromium', 'firefox'])('how far a site can be trusted, in %s', (browser) => {
  let bench: Bench

  beforeAll(async () => {
    bench = await openBench(browser, script)
    bench.driver.serve('chat.deepseek.com', siteResponder(await buildHosts(), bench.server.origin))
    bench.driver.serve('claude.ai', fromHtml(redesigned))
  })
  afterAll(() => bench?.close())

  const kept = (id: string) => keptCaptures(bench.driver).then((all) => all.filter(({ site }) => site === id))

  it('an answer that the site takes back is kept, marked with the time, flagged and counted', async () => {
    const page = await bench.driver.openChat(sitePage.newChatUrl('deepseek'))
    await sitePage.send(page, 'deepseek', 'tell me')
    await bench.server.held()
    await eventually(() => readingOf(bench.driver, page), (reading) => reading?.turns.at(-1)?.answer.includes('without sugar') === true, 'the answer to be read before it goes')
    bench.server.release()
    const [capture] = await eventually(() => kept('deepseek'), (all) => all.some(({ messages }) => messages.some(({ withdrawn }) => withdrawn)), 'a withdrawn answer in a capture')
    const taken = capture!.messages.find(({ withdrawn }) => withdrawn)!
    expect(taken.content).toContain('tea without sugar')
    expect(Date.parse(taken.withdrawn!)).toBeGreaterThanOrEqual(Date.parse(taken.at))

    const popup = await openPopup(bench.driver, page)
    const [row] = await eventually(() => rowsOf(popup), (rows) => rows.length > 0, 'a row for the withdrawn answer')
    expect(row).toMatchObject({ rule: 'site.withdrawn', count: '1' })
    expect(secret.startsWith(row!.phrase.slice(0, 60))).toBe(true)
    await popup.waitFor(() => document.querySelector('.card .quote')?.textContent?.includes('tea without sugar'))
    await popup.close()
    await page.close()
  })

  it('an answer that is asked for again is no withdrawn one', async () => {
    const page = await bench.driver.openChat(sitePage.newChatUrl('deepseek'))
    await sitePage.send(page, 'deepseek', 'and again')
    await page.waitFor(() => document.body.textContent?.includes('what they are made of.'))
    await pause(1500)
    await sitePage.regenerate(page, 'deepseek')
    await page.waitFor(() => document.body.textContent?.includes('paper and string.'))
    await pause(4000)
    await sitePage.send(page, 'deepseek', 'who are you?')
    const versioned = (all: Awaited<ReturnType<typeof kept>>) => all.find(({ messages }) => messages.at(-1)?.content.includes('Anthropic'))
    const capture = versioned(await eventually(() => kept('deepseek'), (all) => versioned(all) !== undefined, 'the conversation to be kept'))!
    expect(capture.messages.filter(({ withdrawn }) => withdrawn)).toEqual([])
    await page.close()
  })

  it('a page that was built anew says so, in the popup and in what is kept of it', async () => {
    const page = await bench.driver.openChat('https://claude.ai/chat/0a1b2c3d-1111-2222-3333-444455556666')
    const [capture] = await eventually(() => kept('claude'), (all) => all.length > 0, 'a capture of the page that was built anew')
    expect(capture!.health).toBe('degraded')
    expect(capture!.claims.map(({ product }) => product)).toContain('ChatGPT')

    const popup = await openPopup(bench.driver, page)
    await popup.waitFor(() => (document.querySelectorAll('.problems li').length > 0 ? 'told' : null))
    expect(await copied(popup)).toBe(await skeletonOf(bench.driver, page))
    await popup.close()
    await page.close()
  })

  it('the report of such a page says how it is built, and nothing that anybody wrote', async () => {
    const page = await bench.driver.openChat('https://claude.ai/chat/0a1b2c3d-1111-2222-3333-444455556666')
    const report = await eventually(() => skeletonOf(bench.driver, page), (text) => text !== null, 'a report')
    expect(report).toContain('assistant-message')
    expect(report).toContain('health degraded')
    for (const word of ['Lovelace', 'OpenAI', 'ChatGPT', 'odd', '0a1b2c3d']) expect(report).not.toContain(word)
    await page.close()
  })
})

/** What the popup's button puts on the clipboard, which no headless browser has. */
async function copied(popup: Page): Promise<string | null> {
  await popup.evaluate(() => {
    navigator.clipboard.writeText = (text: string) => {
      document.body.dataset.copied = text
      return Promise.resolve()
    }
  })
  await popup.click('.copy-report')
  await popup.waitFor(() => document.querySelector('.copy-report')?.getAttribute('data-state') === 'done')
  return popup.evaluate(() => document.body.dataset.copied ?? null)
}

describe('recorded pages', () => {
  let reader: SavedPageReader

  beforeAll(async () => {
    reader = await openReader()
  })
  afterAll(() => reader?.close())

  it.each(fixturesIn(fixturesRoot).map((fixture) => [fixture.name, fixture] as const))('%s reads as it did when it was recorded', async (_, { expected, ...page }) => {
    const now = await reader.show(page, async ({ read }) => expectedOf(page.url, await read()))
    expect(differences(expected, now)).toEqual([])
    expect(now.turns.length).toBeGreaterThan(1)
  })
})
