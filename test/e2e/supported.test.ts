import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { buildHosts } from '../hosts/build'
import { siteHosts, sitePage } from '../hosts/sitePages'
import { templates, type SiteName } from '../hosts/sites/templates'
import type { BrowserName } from '../support/browsers'
import type { Page } from '../support/driver'
import { eventually, highlighted, keptCaptures, openBench, waitForHighlight, type Bench } from './telltale'

/** Each site's model says it is a rival's. */
const rival = (site: SiteName) =>
  site === 'chatgpt' ? { product: 'Claude', leak: 'I am Claude, made by Anthropic.' } : { product: 'ChatGPT', leak: 'I am ChatGPT, made by OpenAI.' }

describe.each<BrowserName>(['chromium', 'firefox'])('pages in the shape of the supported sites, in %s', (browser) => {
  let bench: Bench
  let page: Page

  beforeAll(async () => {
    bench = await openBench(browser, [])
    for (const [host, responder] of Object.entries(siteHosts(await buildHosts(), bench.server.origin))) bench.driver.serve(host, responder)
  })
  afterEach(() => page?.close())
  afterAll(() => bench?.close())

  const captureOn = async (site: SiteName) => (await keptCaptures(bench.driver)).filter(({ host }) => host === templates[site].host)

  it.each(Object.keys(templates) as SiteName[])('%s: a leak mid-stream, regenerated away, is kept as a version; another chat stays apart', async (site) => {
    const { leak, product } = rival(site)
    bench.server.script([
      { match: 'who are you', answer: `Hello. ${leak} It is good to meet you, and I hope to be of use.`, holdAfter: 'made by' },
      { match: 'who are you', answer: 'Hello again. Ask me anything about the sea, the stars or the soil, and I shall try.' },
      { match: 'weather', answer: 'Mild, with some rain towards the evening.' },
    ])
    page = await bench.driver.openChat(sitePage.newChatUrl(site))
    await sitePage.send(page, site, 'who are you?')
    await bench.server.held()
    await waitForHighlight(page, product)
    await eventually(() => bench.driver.badge(page), (badge) => badge === '1', 'one conflict on the badge')
    bench.server.release()
    await page.waitFor(() => document.body.textContent?.includes('be of use.'))
    await eventually(() => captureOn(site), ([kept]) => kept?.messages.at(-1)?.content.endsWith('be of use.') === true, 'the whole answer')

    await sitePage.regenerate(page, site)
    await page.waitFor(() => document.body.textContent?.includes('I shall try.'))
    await eventually(() => highlighted(page), (marks) => marks.length === 0, 'nothing highlighted in the new answer')
    const [kept] = await eventually(() => captureOn(site), ([capture]) => capture?.messages.at(-1)?.content.endsWith('I shall try.') === true, 'the new answer')
    expect(kept!.messages.map(({ role, versionOf }) => [role, versionOf !== undefined])).toEqual([['user', false], ['assistant', true], ['assistant', false]])
    expect(kept!.claims.map(({ quote }) => quote)).toEqual([leak])

    await sitePage.newChat(page)
    await sitePage.send(page, site, 'how is the weather?')
    await page.waitFor(() => document.body.textContent?.includes('the evening.'))
    await eventually(() => bench.driver.badge(page), (badge) => badge === '', 'no conflict in the other chat')
    const after = await captureOn(site)
    expect(after.map(({ messages }) => messages.length)).toEqual([3])
  })
})
