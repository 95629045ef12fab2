import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { buildHosts } from '../hosts/build'
import { siteResponder, sitePage } from '../hosts/sitePages'
import type { Capture } from '../../src/core/captures/capture'
import type { BrowserName } from '../support/browsers'
import type { Page } from '../support/driver'
import { eventually, keptCaptures, openBench, openPopup, rowsOf, waitForHighlight, type Bench } from './telltale'

const leak = 'I am Claude, an AI assistant made by Anthropic.'
const script = [
  { match: 'who are you', trace: 'The user wants to know who I am. Let me answer plainly.', answer: `Hello! ${leak} What shall we do today? There is much that I can help with.`, holdAfter: 'by Anthropic.' },
  { match: 'again', answer: 'As I said before, I am Claude. Anthropic built me, and that has not changed since.' },
  { match: 'weather', answer: 'I cannot see the sky from here, but spring is usually mild.' },
]

describe.each<BrowserName>(['chromium', 'firefox'])('what is kept of a conversation on chat.deepseek.com, in %s', (browser) => {
  let bench: Bench
  let page: Page

  beforeAll(async () => {
    bench = await openBench(browser, script)
    bench.driver.serve('chat.deepseek.com', siteResponder(await buildHosts(), bench.server.origin))
  })
  beforeEach(async () => {
    bench.server.script(script)
    await page?.close()
    page = await bench.driver.openChat(sitePage.newChatUrl('deepseek'))
  })
  afterAll(() => bench?.close())

  const captures = () => keptCaptures(bench.driver)
  const latest = async () => (await captures()).toSorted((a, b) => a.startedAt.localeCompare(b.startedAt)).at(-1)!

  it('a conflict is counted on the toolbar and in the popup, and kept once through reload and navigation', async () => {
    await sitePage.send(page, 'deepseek', 'who are you?')
    await bench.server.held()
    await waitForHighlight(page, 'made by Anthropic')
    await eventually(() => bench.driver.badge(page), (badge) => badge === '1', 'a conflict on the badge')
    bench.server.release()
    const complete = (capture: Capture) => capture.messages.at(-1)?.content.endsWith('help with.') === true && !capture.messages.at(-1)?.partial
    const before = await eventually(captures, (all) => all.length === 1 && complete(all[0]!), 'one complete capture')

    await page.reload()
    await waitForHighlight(page, 'made by Anthropic')
    await sitePage.newChat(page)
    await sitePage.openConversation(page, 1)
    await waitForHighlight(page, 'made by Anthropic')

    const popup = await openPopup(bench.driver, page)
    const rows = await eventually(() => rowsOf(popup), (found) => found.length > 0, 'a row')
    await popup.close()
    expect(rows).toEqual([{ phrase: leak, rule: 'claim.direct', kind: 'conflict', identity: 'Claude (Anthropic)', count: '1' }])
    const after = await captures()
    expect(after).toHaveLength(1)
    expect(after[0]!.messages).toEqual(before[0]!.messages)
    expect(after[0]).toMatchObject({ format: 'telltale-capture/1', site: 'deepseek', verdict: 'conflicting', health: 'ok' })
    expect(after[0]!.messages.map(({ role, content }) => [role, content.includes('The user wants')])).toEqual([['user', false], ['assistant', false]])
    expect(after[0]!.messages[1]!.reasoning_content).toContain('Let me answer plainly.')
  })

  it('nothing is lost when the background is killed while an answer streams', async () => {
    const count = (await captures()).length
    await sitePage.send(page, 'deepseek', 'who are you?')
    await bench.server.held()
    await waitForHighlight(page, 'made by Anthropic')
    await bench.driver.stopBackground()
    bench.server.release()
    await eventually(latest, (capture) => capture.messages.at(-1)?.content.endsWith('help with.') === true, 'the whole answer after a kill')
    await bench.driver.stopBackground()
    await sitePage.send(page, 'deepseek', 'say it again')
    await bench.driver.stopBackground()
    const last = await eventually(latest, (capture) => capture.messages.length === 4 && capture.messages.at(-1)!.content.endsWith('since.'), 'the second answer after more kills')
    expect(last.messages.map((message) => message.role)).toEqual(['user', 'assistant', 'user', 'assistant'])
    expect(await captures()).toHaveLength(count + 1)
  })

  it('a conversation in which nothing is flagged is not kept', async () => {
    const count = (await captures()).length
    await sitePage.send(page, 'deepseek', 'how is the weather?')
    await page.waitFor(() => document.body.textContent?.includes('usually mild.'))
    const popup = await openPopup(bench.driver, page)
    await popup.waitFor(() => document.querySelector('.card[data-kind="good"]') !== null)
    await popup.close()
    expect(await captures()).toHaveLength(count)
  })
})
