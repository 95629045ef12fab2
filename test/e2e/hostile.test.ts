import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { enormous, posing, rewriting } from '../hosts/hostile'
import { builtExtension } from '../support/build'
import type { BrowserName } from '../support/browsers'
import { launch, type Driver } from '../support/driver'
import { fromHtml } from '../support/respond'
import { readingOf, said } from './reading'
import { eventually, keptCaptures, openPopup, pause, waitForHighlight } from './telltale'

const NODES = 100_000
const quiet = [
  ['user', 'Who is there?'], ['assistant', 'Nobody whom you would know, I am afraid, but come in all the same.'],
  ['user', 'Thank you.'], ['assistant', 'You are welcome. Sit down and warm your hands a little.'],
]

describe.each<BrowserName>(['chromium', 'firefox'])('pages that mean no good, in %s', (browser) => {
  let driver: Driver
  const hosts = { 'rewriting.example': fromHtml(rewriting), 'enormous.example': fromHtml(enormous(NODES)), 'posing.example': fromHtml(posing) }

  beforeAll(async () => {
    driver = await launch(browser, { extensionDir: builtExtension(browser), hosts })
    await driver.grant(Object.keys(hosts).map((host) => `https://${host}/*`))
  })
  afterAll(() => driver?.close())

  it('a page that rewrites itself a thousand times a second goes on, and is read, flagged and counted once', async () => {
    const page = await driver.openChat('https://rewriting.example/')
    const rewrites = () => page.evaluate(() => (window as unknown as { rewrites: number }).rewrites)
    await waitForHighlight(page, 'I am ChatGPT')
    const before = await rewrites()
    expect(await eventually(rewrites, (now) => now > before + 500, 'five hundred more rewrites')).toBeGreaterThan(before)
    const during = said(await readingOf(driver, page))
    expect(during.slice(0, 4)).toEqual(quiet)
    expect(during.at(-1)![1]).toMatch(/^I am ChatGPT, a language model made by OpenAI\. \d+$/)
    expect(await driver.badge(page)).toBe('1')
    await page.evaluate(() => clearInterval((window as unknown as { timer: number }).timer))
    const last = await rewrites()
    await eventually(async () => said(await readingOf(driver, page)).at(-1)![1], (text) => text.endsWith(` ${last - 1}`), 'the last rewrite to be read')
    await page.close()
  })

  it('a page of a hundred thousand elements is read rightly, and answers', async () => {
    const page = await driver.openChat('https://enormous.example/')
    await waitForHighlight(page, 'I am ChatGPT')
    expect(await page.evaluate(() => document.querySelectorAll('*').length)).toBeGreaterThan(NODES)
    const turns = said(await readingOf(driver, page))
    expect(turns.map(([role]) => role)).toEqual(['user', 'assistant', 'user', 'assistant', 'user', 'assistant'])
    expect(turns[1]![1].length).toBeGreaterThan((NODES / 40) * 'one two'.length)
    const popup = await openPopup(driver, page)
    await popup.waitFor(() => document.querySelector('.card[data-kind="claim"]') !== null)
    await popup.close()
    await page.close()
  })

  it('a page that poses as us changes nothing, learns nothing and sees nothing of ours', async () => {
    const kept = (await keptCaptures(driver)).length
    const page = await driver.openChat('https://posing.example/')
    await eventually(async () => said(await readingOf(driver, page)), (turns) => turns.length === quiet.length, 'the page to be read')
    await page.evaluate(() => (window as unknown as { pose: () => void }).pose())
    await pause(1500)
    expect(said(await readingOf(driver, page))).toEqual(quiet)
    expect(await driver.badge(page)).toBe('')
    expect(await keptCaptures(driver)).toHaveLength(kept)
    expect((await readingOf(driver, page))!.site).toBe('generic')
    const { seen, own } = await page.evaluate(() => ({
      seen: (window as unknown as { seen: string[] }).seen,
      own: Object.keys(window).filter((name) => /telltale/i.test(name)),
    }))
    // The element it put up itself is all there is to see.
    expect(seen.filter((what) => !/^attachShadow closed$|^childList {2}HTML <div><\/div>$/.test(what))).toEqual([])
    expect(seen.filter((what) => what.startsWith('attachShadow'))).toHaveLength(1)
    expect(own).toEqual([])
    await page.close()
  })

  it('a page sees nothing of the picker but an empty element, and cannot press its keys', async () => {
    const page = await driver.openChat('https://posing.example/')
    await eventually(async () => said(await readingOf(driver, page)), (turns) => turns.length === quiet.length, 'the page to be read')
    const popup = await openPopup(driver, page)
    await popup.click('.repair button')
    const last = () => page.evaluate(() => document.documentElement.lastElementChild!.outerHTML.slice(0, 40))
    await eventually(last, (html) => html.startsWith('<div'), 'the picker')
    await page.evaluate(() => {
      for (const key of ['ArrowUp', 'Enter', 'Escape']) dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }))
      document.querySelector('p')!.click()
    })
    expect(await last()).toBe('<div></div>')
    const seen = await page.evaluate(() => (window as unknown as { seen: string[] }).seen)
    expect(seen.filter((what) => what !== 'childList  HTML <div></div>')).toEqual([])
    await page.press('Escape')
    await eventually(last, (html) => html.startsWith('<body'), 'Escape to leave')
    await page.close()
  })
})
