import { readFile } from 'node:fs/promises'
import type { Page as PlaywrightPage } from 'playwright-core'
import type { Page } from './driver'
import { callExpression, until } from './expression'

/** A Playwright page behind the driver's own interface. */
export function chromiumPage(inner: PlaywrightPage): Page {
  const evaluate: Page['evaluate'] = async (fn, ...args) => (await inner.evaluate(callExpression(fn, args))) as never
  return {
    evaluate,
    waitFor: (fn, ...args) => until(() => evaluate(fn, ...args), fn.toString()),
    url: async () => inner.url(),
    goto: async url => void (await inner.goto(url, { waitUntil: 'domcontentloaded' })),
    reload: async () => void (await inner.reload({ waitUntil: 'domcontentloaded' })),
    back: async () => void (await inner.goBack({ waitUntil: 'commit' })),
    click: (selector, which = 'first') => inner.locator(selector)[which]().click(),
    type: async (selector, text) => {
      await inner.locator(selector).first().click()
      await inner.keyboard.type(text)
    },
    press: key => inner.keyboard.press(key),
    screenshot: async path => void (await inner.screenshot({ path })),
    download: async action => {
      const [download] = await Promise.all([inner.waitForEvent('download'), action()])
      return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) }
    },
    resize: (width, height) => inner.setViewportSize({ width, height }),
    close: () => inner.close(),
  }
}
