import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildHosts } from '../hosts/build'
import { siteResponder, sitePage } from '../hosts/sitePages'
import type { BrowserName } from '../support/browsers'
import type { Page } from '../support/driver'
import { fromHtml } from '../support/respond'
import { eventually, highlighted, openBench, openPopup, rowsOf, waitForHighlight, type Bench } from './telltale'

const leak = 'I am ChatGPT, made by OpenAI.'
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

describe.each<BrowserName>(['chromium', 'firefox'])('the popup, in %s', (browser) => {
  let bench: Bench
  let chat: Page

  beforeAll(async () => {
    bench = await openBench(browser, [{ match: 'weather', answer: 'Mild and dry.' }, { answer: `Hello. ${leak} Glad to help.` }])
    bench.driver.serve('chat.deepseek.com', siteResponder(await buildHosts(), bench.server.origin))
    chat = await bench.driver.openChat(sitePage.newChatUrl('deepseek'))
  })
  afterAll(() => bench?.close())

  const titleOf = (popup: Page) => popup.evaluate(() => document.querySelector('.card h2')?.textContent ?? '')
  const titleAt = async (query: string) => {
    const popup = await bench.driver.openExtensionPage(`src/popup/index.html?${query}`)
    await popup.waitFor(() => document.querySelector('.card') !== null)
    const title = await titleOf(popup)
    await popup.close()
    return title
  }

  it('says what is the matter with a page it cannot speak of', async () => {
    const unknown = await bench.driver.openChat('https://chat.unknown.example/', fromHtml('<main>A chat</main>'))
    const own = await bench.driver.openExtensionPage('src/popup/index.html')
    const hidden = await own.evaluate(async () => Math.max(...(await chrome.tabs.query({})).filter(({ url }) => url === undefined).map(({ id }) => id)))
    expect(await titleAt(`tab=${hidden}&url=${encodeURIComponent('https://chat.unknown.example/')}`)).toBe('No access to chat.unknown.example')
    expect(await titleAt(`tab=${hidden}&url=${encodeURIComponent('about:addons')}`)).toBe('Telltale cannot read this page')
    await own.close()
    await unknown.close()
  })

  it('says that a chat has not begun, that nothing is flagged, and what is', async () => {
    const popup = await openPopup(bench.driver, chat)
    await eventually(() => titleOf(popup), (title) => title === 'No chat found on this page', 'an empty chat')
    await sitePage.send(chat, 'deepseek', 'how is the weather?')
    await eventually(() => titleOf(popup), (title) => title === 'Nothing flagged yet', 'a clean chat')
    await sitePage.send(chat, 'deepseek', 'who are you?')
    await eventually(() => titleOf(popup), (title) => title === 'Says it is ChatGPT (OpenAI)', 'a leak')
    await popup.close()
  })

  it('switches a rule for the page in front of it, at once and back', async () => {
    await waitForHighlight(chat, leak)
    const popup = await openPopup(bench.driver, chat)
    await eventually(() => rowsOf(popup), (rows) => rows.length === 1, 'one row')
    await popup.click('.phrase .switch')
    await eventually(() => highlighted(chat), (marks) => marks.length === 0, 'no highlight while the rule is off')
    await eventually(() => bench.driver.badge(chat), (badge) => badge === '', 'no badge while the rule is off')
    await popup.click('.phrase .switch')
    await waitForHighlight(chat, leak)
    await popup.close()
  })

  it('switches a pack', async () => {
    const popup = await openPopup(bench.driver, chat)
    await popup.evaluate(() => document.querySelectorAll('details').forEach((details) => (details.open = true)))
    await popup.click('[data-pack="claims"] .switch')
    await eventually(() => highlighted(chat), (marks) => marks.length === 0, 'no claims while their pack is off')
    await popup.click('[data-pack="claims"] .switch')
    await waitForHighlight(chat, leak)
    await popup.close()
  })

  it('has nothing in it that keeps people out', async () => {
    const popup = await openPopup(bench.driver, chat)
    await popup.evaluate(() => document.querySelectorAll('details').forEach((details) => (details.open = true)))
    await popup.evaluate((source: string) => void (0, eval)(source), axe)
    const results = await popup.evaluate(async () => (await (globalThis as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run()).violations)
    expect(results.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([])
    await popup.close()
  })
})

declare const chrome: { tabs: { query(filter: object): Promise<{ id: number; url?: string }[]> } }
