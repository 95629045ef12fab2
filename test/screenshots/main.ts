/** `npm run screenshots [-- DIRECTORY]`: every state of the popup, light and dark, as PNG into docs/images. */
import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { buildHosts } from '../hosts/build'
import { siteHosts, sitePage } from '../hosts/sitePages'
import { builtExtension } from '../support/build'
import { launch, type Driver, type Page } from '../support/driver'
import { fromHtml } from '../support/respond'
import { startServer, type FakeServer } from '../support/server'
import { openPopup, pause } from '../e2e/telltale'
import { script } from '../demo/script'
import { conversation, keep } from './seed'

const out = resolve(process.argv[2] ?? 'docs/images')
type Scheme = 'light' | 'dark'

interface Stage {
  driver: Driver
  server: FakeServer
}

const vendors = ['ChatGPT, made by OpenAI', 'Claude, created by Anthropic', 'Gemini, trained by Google', 'Qwen, developed by Alibaba Cloud', 'Grok, built by xAI']
const long = `I am ChatGPT, and ${'although that may surprise a careful reader who came here for something else entirely, '.repeat(4)}I was developed by OpenAI.`

/** Name of the picture, and what the popup is opened on. */
const states: readonly (readonly [name: string, open: (stage: Stage) => Promise<Page>])[] = [
  ['empty', ({ driver }) => driver.openChat(sitePage.newChatUrl('deepseek'))],
  ['leak', talked],
  ['long', async (stage) => seeded(stage, [conversation('chat.deepseek.com', 1, long)])],
  ['200-rows', async (stage) => seeded(stage, Array.from({ length: 210 }, (_, n) => conversation('chat.deepseek.com', n, `I am ${vendors[n % 5]}, version ${n}.`)))],
  ['no-access', ({ driver }) => driver.openChat('https://chat.unknown.example/', fromHtml('<main>A chat</main>'))],
  ['broken', ({ driver }) => driver.openChat('https://claude.ai/chat/1', fromHtml('<main><div data-testid="user-message">Hi</div><p>An answer in a place nobody knows, long enough to be one.</p></main>'))],
]

async function talked({ driver }: Stage): Promise<Page> {
  const page = await driver.openChat(sitePage.newChatUrl('deepseek'))
  await sitePage.send(page, 'deepseek', 'Who are you?')
  await page.waitFor(() => document.body.innerText.includes('look at first?'))
  await pause(1500)
  return page
}

async function seeded({ driver }: Stage, captures: Parameters<typeof keep>[1]): Promise<Page> {
  const own = await driver.openExtensionPage('src/popup/index.html')
  await keep(own, captures)
  await own.close()
  return driver.openChat(sitePage.newChatUrl('deepseek'))
}

async function picture(scheme: Scheme): Promise<void> {
  const server = await startServer(script, { delay: 2 })
  const driver = await launch('chromium', { extensionDir: builtExtension('chromium'), hosts: siteHosts(await buildHosts(), server.origin), colorScheme: scheme })
  for (const [name, open] of states) {
    const page = await open({ driver, server })
    await pause(800)
    const popup = await popupFor(driver, page)
    // As tall as a browser makes a popup: as its content, up to 600 pixels.
    await popup.resize(400, Math.min(600, await popup.evaluate(() => Math.ceil(document.getElementById('app')!.getBoundingClientRect().height))))
    await popup.screenshot(join(out, `popup-${name}-${scheme}.png`))
    console.log(`popup-${name}-${scheme}.png`)
    await popup.close()
    await page.close()
  }
  await driver.close()
  await server.close()
}

/** A page the extension may not see has no tab id to ask for: the popup is told its number. */
async function popupFor(driver: Driver, page: Page): Promise<Page> {
  const visible = /chat\.deepseek|claude/.test(await page.url())
  if (visible) return openPopup(driver, page)
  const popup = await driver.openExtensionPage(`src/popup/index.html?tab=${await newestTab(driver)}&url=${encodeURIComponent(await page.url())}`)
  await popup.waitFor(() => document.querySelector('.card') !== null)
  return popup
}

async function newestTab(driver: Driver): Promise<number> {
  const own = await driver.openExtensionPage('src/popup/index.html')
  const id = await own.evaluate(async () => Math.max(...(await chrome.tabs.query({})).filter((tab) => tab.url === undefined).map((tab) => tab.id)))
  await own.close()
  return id
}

declare const chrome: { tabs: { query(filter: object): Promise<{ id: number; url?: string }[]> } }

mkdirSync(out, { recursive: true })
for (const scheme of ['light', 'dark'] as const) await picture(scheme)
