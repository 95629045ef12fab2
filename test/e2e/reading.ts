import type { Conversation } from '../../src/core/model'
import type { Driver, Page } from '../support/driver'

/** What the extension reads of a tab's page now; null when nothing of it reads there. */
export function readingOf(driver: Driver, page: Page): Promise<Conversation | null> {
  return askTab(driver, page, 'page/read')
}

/** The content-free report of that page. */
export function skeletonOf(driver: Driver, page: Page): Promise<string | null> {
  return askTab(driver, page, 'page/skeleton')
}

async function askTab<T>(driver: Driver, page: Page, name: string): Promise<T | null> {
  const tab = await driver.tabId(page)
  const own = await driver.openExtensionPage('src/popup/index.html?tab=-1')
  const reply = await own.evaluate(
    (id: number, message: string) => chrome.tabs.sendMessage(id, { telltale: message, input: null }).catch(() => null) as Promise<{ value: unknown } | null>,
    tab,
    name,
  )
  await own.close()
  return (reply?.value ?? null) as T | null
}

/** Roles and answers, which is what most tests are about. */
export function said(reading: Conversation | null): [string, string][] {
  return (reading?.turns ?? []).map(({ role, answer }) => [role, answer])
}

declare const chrome: { tabs: { sendMessage(tab: number, message: object): Promise<unknown> } }
