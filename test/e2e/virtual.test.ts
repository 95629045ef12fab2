import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { answerAt, questionAt, virtualPage } from '../hosts/virtual/page'
import { builtExtension } from '../support/build'
import type { BrowserName } from '../support/browsers'
import { launch, type Driver, type Page } from '../support/driver'
import { eventually, keptCaptures, pause, waitForHighlight } from './telltale'

const TURNS = 1000

/** Scrolls from top to bottom once, as a person reading fast would. */
async function scrollThrough(page: Page): Promise<void> {
  for (let atEnd = false; !atEnd; ) {
    atEnd = await page.evaluate(() => {
      const scroller = document.querySelector('#scroller')!
      scroller.scrollTop += scroller.clientHeight * 0.5
      return scroller.scrollTop + scroller.clientHeight >= scroller.scrollHeight - 2
    })
    await pause(300)
  }
}

describe.each<BrowserName>(['chromium', 'firefox'])('a chat of a thousand turns in a virtual list, in %s', (browser) => {
  let driver: Driver

  beforeAll(async () => {
    driver = await launch(browser, { extensionDir: builtExtension(browser), hosts: { 'long.chat.example': virtualPage(TURNS) } })
    await driver.grant(['https://long.chat.example/*'])
  })
  afterAll(() => driver?.close())

  it('is complete and in order after one scroll through, though the page never holds more than a few turns', { timeout: 300_000 }, async () => {
    const page = await driver.openChat('https://long.chat.example/c/1')
    await page.waitFor(() => document.querySelectorAll('.row').length > 4)
    await scrollThrough(page)
    expect(await page.evaluate(() => document.querySelectorAll('.row').length)).toBeLessThan(60)
    await eventually(async () => (await keptCaptures(driver)).map(({ messages }) => messages.length), (lengths) => lengths[0]! >= TURNS, `${TURNS} turns in one capture`)
    const [capture, ...others] = await keptCaptures(driver)
    expect(others).toEqual([])
    const expected = Array.from({ length: TURNS }, (_, i) => (i % 2 === 0 ? ['user', questionAt(i / 2)] : ['assistant', answerAt((i - 1) / 2)]))
    expect(capture!.messages.map(({ role, content }) => [role, content])).toEqual(expected)
    expect(capture!.claims.filter(({ product }) => product === 'ChatGPT')).toHaveLength(TURNS / 100)

    // Painted where a turn comes back to the page, not only where it was first seen.
    await page.evaluate(() => void (document.querySelector('#scroller')!.scrollTop = 0))
    await page.waitFor(() => document.querySelector('[data-index="0"]') !== null)
    await page.evaluate(() => void (document.querySelector('#scroller')!.scrollTop = 90 * 49))
    await page.waitFor(() => document.querySelector('[data-index="51"]') !== null)
    await waitForHighlight(page, 'I am ChatGPT')
    await page.close()
  })
})
