import { mkdtempSync, readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launch, type Driver, type Page } from '../support/driver'
import { fromHtml } from '../support/respond'

declare const chrome: { runtime: { sendMessage(message: object): Promise<string> } }

const extensionDir = fileURLToPath(new URL('../support/probe-extension', import.meta.url))
const chatPage = `<!doctype html><title>fresh</title><div id="host"></div>
<script>
  const root = document.querySelector('#host').attachShadow({ mode: 'open' })
  root.innerHTML = '<input><button>Send</button><p></p>'
  const [box, button, said] = root.children
  button.onclick = () => said.append(box.value)
  box.onkeydown = event => { if (event.key === 'Enter') button.click() }
</script>`

describe.each(['chromium', 'firefox'] as const)('%s', browser => {
  let driver: Driver
  let page: Page
  let server: Server
  let local: string

  beforeAll(async () => {
    server = createServer((_, response) => response.setHeader('content-type', 'text/html').end(chatPage))
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
    local = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
    driver = await launch(browser, { extensionDir, hosts: { 'example.org': fromHtml(chatPage) } })
    page = await driver.openChat('https://chat.deepseek.com/a/chat/s/1', fromHtml(chatPage))
  })

  afterAll(async () => {
    await driver?.close()
    await new Promise(resolve => server.close(resolve))
  })

  const probed = () => (document.title.startsWith('probed') ? document.title : null)

  it('runs the content script on an intercepted https page and shows its badge', async () => {
    expect(await page.waitFor(probed)).toBe('probed 1')
    expect(await page.evaluate(() => location.href)).toBe('https://chat.deepseek.com/a/chat/s/1')
    expect(await driver.badge(page)).toBe('1')
  })

  it('types into and clicks in an open shadow root', async () => {
    await page.type('#host input', 'Who are you? 你是谁')
    await page.press('Enter')
    const said = () => document.querySelector('#host')!.shadowRoot!.querySelector('p')!.textContent
    expect(await page.evaluate(said)).toBe('Who are you? 你是谁')
    await page.click('#host button')
    expect(await page.evaluate(said)).toBe('Who are you? 你是谁'.repeat(2))
  })

  it('lets nothing out but the hosts it answers for', async () => {
    const tried = (url: string) => fetch(url, { mode: 'no-cors' }).then(() => 'answered', () => 'refused')
    expect(await page.evaluate(tried, 'https://www.debian.org/')).toBe('refused')
    expect(await page.evaluate(tried, 'http://www.debian.org/')).toBe('refused')
    expect(await page.evaluate(tried, local)).toBe('answered')
  })

  it('grants an optional host as a person would, and not before', async () => {
    const other = await driver.openChat('https://example.org/')
    expect(await other.evaluate(() => document.title)).toBe('fresh')
    await driver.grant(['https://example.org/*', 'http://127.0.0.1/*'])
    await other.reload()
    expect(await other.waitFor(probed)).toMatch(/^probed/)
    await other.goto(local)
    expect(await other.waitFor(probed)).toMatch(/^probed/)
    await other.close()
  })

  it('opens extension pages', async () => {
    const own = await driver.openExtensionPage('page/index.html?tab=7')
    expect(await own.evaluate(() => document.querySelector('#query')!.textContent)).toBe('?tab=7')
    // A page behind another must not sleep: answers go on streaming into it.
    expect(await page.evaluate(() => document.visibilityState)).toBe('visible')
    await own.close()
  })

  it('kills the background and lets an event start a new one', async () => {
    const own = await driver.openExtensionPage('page/index.html')
    const born = () => own.evaluate(() => chrome.runtime.sendMessage({ kind: 'born' }))
    const before = await born()
    expect(await born()).toBe(before)
    await driver.stopBackground()
    expect(await born()).not.toBe(before)
    await own.close()
  })

  it('takes screenshots and catches what a page saves', async () => {
    const own = await driver.openExtensionPage('page/index.html')
    const png = join(mkdtempSync(join(tmpdir(), 'telltale-')), 'page.png')
    await own.screenshot(png)
    expect(readFileSync(png).subarray(1, 4).toString()).toBe('PNG')
    const saved = await own.download(() => own.evaluate(() => {
      const link = document.createElement('a')
      link.href = URL.createObjectURL(new Blob(['a,b\n']))
      link.download = 'findings.csv'
      link.click()
    }))
    expect([saved.name, Buffer.from(saved.bytes).toString()]).toEqual(['findings.csv', 'a,b\n'])
    await own.close()
  })

  it('tells what Chromium holds against the manifest: its other background, which is Firefox\'s', async () => {
    const warnings = browser === 'chromium' ? [expect.stringContaining('background.scripts')] : []
    expect(await driver.manifestWarnings()).toEqual(warnings)
  })
})
