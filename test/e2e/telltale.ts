import type { Capture } from '../../src/core/captures/capture'
import { buildHosts } from '../hosts/build'
import { hostPages, type HostName } from '../hosts/pages'
import { builtExtension } from '../support/build'
import type { BrowserName } from '../support/browsers'
import { launch, type Driver, type Page } from '../support/driver'
import { fromDirectory } from '../support/respond'
import type { Script } from '../support/script'
import { startServer, type FakeServer } from '../support/server'

/** The built extension in a browser, and a scripted model for chat pages to talk to. */
export interface Bench {
  driver: Driver
  server: FakeServer
  close(): Promise<void>
}

export async function openBench(browser: BrowserName, script: Script, { headed = false } = {}): Promise<Bench> {
  const server = await startServer(script)
  server.mount('/hosts/', fromDirectory(await buildHosts()))
  const driver = await launch(browser, { extensionDir: builtExtension(browser), headed })
  await driver.grant(['http://127.0.0.1/*'])
  const close = async () => {
    await driver.close()
    await server.close()
  }
  return { driver, server, close }
}

/** Opens a published chat UI on the scripted model. */
export function openHost({ driver, server }: Bench, name: HostName): Promise<Page> {
  return driver.openChat(server.origin + hostPages[name].path)
}

/** The texts that are highlighted on a page now. Highlights are shared with the page, so it can be asked. */
export function highlighted(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...CSS.highlights.values()].flatMap((highlight) =>
      [...highlight].map((marked) => {
        const range = document.createRange()
        range.setStart(marked.startContainer, marked.startOffset)
        range.setEnd(marked.endContainer, marked.endOffset)
        return range.toString()
      }),
    ),
  )
}

/** Waits until a highlighted text contains `text`. */
export async function waitForHighlight(page: Page, text: string): Promise<void> {
  for (const end = Date.now() + 20_000; Date.now() < end; ) {
    if ((await highlighted(page)).some((marked) => marked.includes(text))) return
    await pause(100)
  }
  throw new Error(`Nothing with ${JSON.stringify(text)} was highlighted in 20 s; highlighted: ${JSON.stringify(await highlighted(page))}`)
}

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}

/** Asks again and again until it holds; throws with what was last seen. */
export async function eventually<T>(ask: () => Promise<T>, holds: (value: T) => boolean, what: string): Promise<T> {
  let value: T | undefined
  for (const end = Date.now() + 20_000; Date.now() < end; ) {
    value = await ask()
    if (holds(value)) return value
    await pause(150)
  }
  throw new Error(`Waited 20 s for ${what}; last: ${JSON.stringify(value)}`)
}

/** One row of the popup's table. */
export interface Row {
  phrase: string
  rule: string
  kind: string
  identity: string | null
  count: string
}

/** The popup as it is for that page, in a tab of its own. */
export async function openPopup(driver: Driver, page: Page): Promise<Page> {
  const popup = await driver.openExtensionPage(`src/popup/index.html?tab=${await driver.tabId(page)}`)
  await popup.waitFor(() => document.querySelector('.card') !== null)
  return popup
}

export function rowsOf(popup: Page): Promise<Row[]> {
  return popup.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('.phrase')].map((row) => ({
      phrase: row.querySelector('.phrase-text')?.textContent ?? '',
      rule: row.dataset.rule ?? '',
      kind: row.dataset.kind ?? '',
      identity: row.querySelector('.phrase-identity')?.textContent ?? null,
      count: row.querySelector('.phrase-count')?.textContent ?? '',
    })),
  )
}

/** Opens an export page and gives back the text of the file it saves; empty when there is nothing to save. */
export async function exportAs(driver: Driver, format: string): Promise<string> {
  const page = await driver.openExtensionPage(`src/dashboard/index.html#/export?format=${format}`)
  await page.waitFor(() => document.querySelector('[data-step="saved"]') !== null)
  const text = await page.evaluate(async () => {
    const file = document.querySelector<HTMLAnchorElement>('a.file')
    return file ? (await fetch(file.href)).text() : ''
  })
  await page.close()
  return text
}

/** Every capture that is kept, by way of the export a person would make. */
export async function keptCaptures(driver: Driver): Promise<Capture[]> {
  const lines = (await exportAs(driver, 'jsonl')).split('\n').filter(Boolean)
  return lines.map((line) => JSON.parse(line) as Capture)
}
