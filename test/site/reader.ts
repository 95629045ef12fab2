import { readFileSync } from 'node:fs'
import type { Conversation } from '../../src/core/model'
import { builtExtension } from '../support/build'
import { launch, type Driver, type Page } from '../support/driver'
import { frozen, type SavedPage } from './pages'

type Ask = 'page/read' | 'page/skeleton'

/** What a browser shows of a saved page, and what the extension makes of it. */
export interface ShownPage {
  /** @throws when the extension gives no reading within 12 s. */
  read(): Promise<Conversation>
  skeleton(): Promise<string>
  /** The page itself, for the kit's own look at it. */
  page: Page
}

/** Shows saved pages to the built extension in one Chromium, each under its own address. */
export interface SavedPageReader {
  show<T>(page: SavedPage, look: (shown: ShownPage) => Promise<T>, html?: string): Promise<T>
  close(): Promise<void>
}

export async function openReader(): Promise<SavedPageReader> {
  const driver = await launch('chromium', { extensionDir: builtExtension('chromium') })
  const own = await driver.openExtensionPage('src/popup/index.html?tab=-1')
  return {
    show: async (saved, look, html) => {
      await grantIfNeeded(driver, own, saved.url)
      const page = await driver.openChat(saved.url, frozen(saved, html ?? readFileSync(saved.file)))
      try {
        const tab = await driver.tabId(page)
        return await look({ page, read: () => settled<Conversation>(own, tab, 'page/read'), skeleton: () => settled<string>(own, tab, 'page/skeleton') })
      } finally {
        await page.close()
      }
    },
    close: () => driver.close(),
  }
}

/** An address that is not built in is granted as a person would grant it. */
async function grantIfNeeded(driver: Driver, own: Page, url: string): Promise<void> {
  const { protocol, hostname } = new URL(url)
  const origin = `${protocol}//${hostname}/*`
  const granted = await own.evaluate((wanted: string) => chrome.permissions.contains({ origins: [wanted] }), origin)
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
