import { isDeepStrictEqual } from 'node:util'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { hostPages, send, type HostName } from '../hosts/pages'
import type { BrowserName } from '../support/browsers'
import type { Page } from '../support/driver'
import { eventually, openBench, openHost, openPopup, pause, rowsOf, waitForHighlight, type Bench } from './telltale'

const leak = 'I am ChatGPT, a large language model developed by OpenAI.'
const script = [
  { match: 'who are you', answer: `Good question. ${leak} I can help you write, read and plan.`, holdAfter: 'by OpenAI.' },
  { match: 'compare', answer: 'ChatGPT comes from OpenAI, Claude from Anthropic and Gemini from Google. Each has its strengths.' },
]

describe.each<BrowserName>(['chromium', 'firefox'])('a leak in a published chat UI, in %s', (browser) => {
  let bench: Bench
  const pages: Page[] = []
  let conversations = 0

  beforeAll(async () => {
    bench = await openBench(browser, script)
  })
  afterEach(async () => {
    for (const page of pages.splice(0)) await page.close()
  })
  afterAll(() => bench?.close())

  it('the manifest loads without a warning', async () => {
    expect(await bench.driver.manifestWarnings()).toEqual([])
  })

  it.each(Object.keys(hostPages) as HostName[])('%s: flagged before the answer ends, counted once, rivals left alone', async (name) => {
    const { driver, server } = bench
    server.script(script)
    const page = await openHost(bench, name)
    pages.push(page)
    await send(page, name, 'who are you?')
    await server.held()

    await waitForHighlight(page, 'ChatGPT')
    await eventually(() => driver.badge(page), (badge) => badge === '1', 'the badge to count one claim mid-stream')
    server.release()
    await waitForHighlight(page, 'by OpenAI')

    conversations++
    // Some composers take nothing until the answer has ended, and none says when.
    await pause(1500)
    await send(page, name, 'compare the assistants')
    await eventually(async () => server.asked.length, (asked) => asked === 2, 'the second prompt')

    const popup = await openPopup(driver, page)
    pages.push(popup)
    const row = { phrase: leak, rule: 'claim.direct', kind: 'claim', identity: 'ChatGPT (OpenAI)', count: String(conversations) }
    await eventually(() => rowsOf(popup), (rows) => isDeepStrictEqual(rows, [row]), `one row, counted ${conversations} times`)
    expect(await driver.badge(page)).toBe('1')
  })
})
