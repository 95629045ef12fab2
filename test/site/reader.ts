import { readFileSync } from 'node:fs'
import type { Conversation } from '../../src/core/model'
import { builtExtension } from '../support/build'
import { launch, type Driver, type Page } from '../support/driver'
import { fromHtml } from '../support/respond'
import type { SavedPage } from './pages'

type Ask = 'page/read' | 'page/skeleton'

/** Reads saved pages with the built extension in one Chromium, each under its own address. */
export interface SavedPageReader {
  read(page: SavedPage): Promise<Conversation>
  skeleton(page: SavedPage): Promise<string>
  close(): Promise<void>
}

export async function openReader(): Promise<SavedPageReader> {
  const driver = await launch('chromium', { extensionDir: builtExtension('chromium') })
  const own = await driver.openExtensionPage('src/popup/index.html')
  return {
    read: (page) => inTab(driver, page, (tab) => settled<Conversation>(own, tab, 'page/read')),
    skeleton: (page) => inTab(driver, page, (tab) => settled<string>(own, tab, 'page/skeleton')),
    close: () => driver.close(),
  }
}

async function inTab<T>(driver: Driver, { url, file }: SavedPage, ask: (tab: number) => Promise<T>): Promise<T> {
  const html = readFileSync(file, 'utf8')
  await grantIfNeeded(driver, url)
  const page = await driver.openChat(url, fromHtml(html))
  try {
    return await ask(await driver.tabId(page))
  } finally {
    await page.close()
  }
}

/** An address that is not built in is granted as a person would grant it. */
async function grantIfNeeded(driver: Driver, url: string): Promise<void> {
  const { protocol, hostname } = new URL(url)
  const origin = `${protocol}//${hostname}/*`
  const own = await driver.openExtensionPage('src/popup/index.html')
  const granted = await own.evaluate((wanted: string) => chrome.permissions.contains({ origins: [wanted] }), origin)
  await own.close()
  if (!granted) await driver.grant([origin])
}

/** The answer of the tab's content script, once two in a row agree. */
async function settled<T>(own: Page, tab: number, name: Ask): Promise<T> {
  return own.evaluate(
    async (id: number, message: string): Promise<T> => {
      let before = ''
      for (let tries = 0; tries < 100; tries++) {
        const reply = (await chrome.tabs.sendMessage(id, { telltale: message, input: null }).catch(() => null)) as { value: T | null } | null
        const now = JSON.stringify(reply)
        if (reply?.value && now === before) return reply.value
        before = now
        await new Promise((resolve) => setTimeout(resolve, 120))
      }
      throw new Error('The extension gave no reading of this page within 12 s')
    },
    tab,
    name,
  )
}

declare const chrome: {
  permissions: { contains(wanted: { origins: string[] }): Promise<boolean> }
  tabs: { sendMessage(tab: number, message: object): Promise<unknown> }
}
