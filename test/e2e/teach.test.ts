import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { builtExtension } from '../support/build'
import type { BrowserName } from '../support/browsers'
import { launch, type Driver, type Page } from '../support/driver'
import { fromHtml } from '../support/respond'
import { readingOf, said } from './reading'
import { eventually, openPopup } from './telltale'

const talk: [string, string][] = [
  ['What floats?', 'Wood floats, because it is lighter than the water it pushes aside. So do ducks.'],
  ['Do stones?', 'Most stones sink. Pumice is full of air, so it stays up for a good while.'],
  ['And you?', 'I am ChatGPT, made by OpenAI, and I have never been in any water at all.'],
]

/** A chat whose marks say nothing: hashed names, names and times beside the words, questions longer than any rule of thumb. */
const chat = `<!doctype html><meta charset="utf-8"><title>Talk</title>
<style>body { font: 16px sans-serif; max-width: 700px; margin: 20px auto } .k1x9 { margin: 10px 0 }</style>
<main><div class="zz81">${talk.map(([q, a], i) => `
  <div class="k1x9 q7Zt2" data-kind="a"><div class="n0Me1"><b>Ada</b> <i>10:0${i}</i></div><div class="w8Rd5"><p>${q}</p></div></div>
  <div class="k1x9 r4Bx8" data-kind="b"><div class="n0Me1"><b>Kim</b> <i>10:0${i}</i></div><div class="w8Rd5"><p>${a}</p></div><div class="t2Oo"><button>Like</button> Was this good?</div></div>`).join('')}
</div><footer><textarea placeholder="Say something"></textarea></footer></main>
<script>window.clicks = 0; addEventListener('click', () => { window.clicks += 1 })</script>`

const asTalked = talk.flatMap(([q, a]) => [['user', q], ['assistant', a]])
const url = 'https://chat.unheard-of.example/t/1'
const origin = 'https://chat.unheard-of.example/*'

describe.each<BrowserName>(['chromium', 'firefox'])('a site nobody described, in %s', (browser) => {
  let driver: Driver
  let page: Page

  beforeAll(async () => {
    driver = await launch(browser, { extensionDir: builtExtension(browser), hosts: { 'chat.unheard-of.example': fromHtml(chat) } })
    page = await driver.openChat(url)
  })
  afterAll(() => driver?.close())

  const teach = async () => {
    const popup = await openPopup(driver, page)
    await popup.click('.repair button')
    await page.waitFor(() => document.documentElement.lastElementChild?.localName === 'div')
  }
  const reads = () => readingOf(driver, page)

  it('is read in the open tab as soon as its host is granted', async () => {
    expect(await page.evaluate(() => document.documentElement.lastElementChild!.localName)).toBe('body')
    await driver.grant([origin])
    await eventually(reads, (reading) => reading !== null, 'a reader in the tab that was open')
  })

  it('is taught by pointing at an answer, a question and the composer', async () => {
    await teach()
    await page.click('.k1x9:nth-child(4) p')
    await page.click('.k1x9:nth-child(1) p')
    await page.click('textarea')
    await page.press('Tab')
    await page.press('Enter')
    const reading = await eventually(reads, (now) => now?.site === 'taught-chat-unheard-of-example', 'the page to be read as taught')
    expect(said(reading)).toEqual(asTalked)
    expect(reading).toMatchObject({ health: 'ok', problems: [] })
    // The page was pointed at, not used: its own buttons and links got none of it.
    expect(await page.evaluate(() => (window as unknown as { clicks: number }).clicks)).toBe(0)
    expect(await page.evaluate(() => document.documentElement.lastElementChild!.localName)).toBe('body')
  })

  it('goes on being read so after the background died and the page was loaded again', async () => {
    await driver.stopBackground()
    await page.reload()
    const reading = await eventually(reads, (now) => now?.turns.length === asTalked.length, 'the turns after a reload')
    expect(reading!.site).toBe('taught-chat-unheard-of-example')
  })

  it('is taught with keys alone, and left by Escape without a change', async () => {
    await teach()
    const marks = () => page.evaluate(() => {
      const ours = document.documentElement.lastElementChild!
      return [ours.localName, ours.attributes.length, ours.childNodes.length, ours.shadowRoot]
    })
    // All a page can see of the picker: an element without name, class or content.
    expect(await marks()).toEqual(['div', 0, 0, null])
    await page.press('ArrowUp')
    await page.press('ArrowDown')
    await page.press('Enter')
    await page.press('Escape')
    expect(await page.evaluate(() => document.documentElement.lastElementChild!.localName)).toBe('body')
    expect(said(await reads())).toEqual(asTalked)
  })

  it('is listed, saved to a file, forgotten and imported in the dashboard', async () => {
    const sites = await driver.openExtensionPage('src/dashboard/index.html#/sites')
    await sites.waitFor(() => document.querySelector('[data-taught]') !== null)
    expect(await sites.evaluate(() => document.querySelectorAll('[data-site]').length)).toBeGreaterThanOrEqual(37)
    const file = await sites.download(() => sites.click('[data-taught] [data-do="export"]'))
    const text = Buffer.from(file.bytes).toString()
    expect(JSON.parse(text)).toMatchObject({ format: 'telltale-site/1', matches: [origin], selectors: { userTurn: '[data-kind="a"]', assistantTurn: '[data-kind="b"]' } })

    await sites.click('[data-taught] [data-do="remove"]')
    await eventually(reads, (now) => now?.site === 'generic', 'the page to be guessed at again')

    const hand = (content: string) => sites.evaluate((body: string) => {
      const input = document.querySelector<HTMLInputElement>('input[type="file"]')!
      const files = new DataTransfer()
      files.items.add(new File([body], 'site.json'))
      input.files = files.files
      input.dispatchEvent(new Event('change', { bubbles: true }))
    }, content)
    await hand(text.replace('"userTurn": "', '"userTurn": "]]'))
    await sites.waitFor(() => document.querySelector('.notice[data-tone="bad"]')?.textContent?.includes('userTurn'))
    await hand(text)
    await eventually(reads, (now) => now?.site === 'taught-chat-unheard-of-example', 'the imported site to be in use')
    expect(said(await reads())).toEqual(asTalked)
    await sites.close()
  })

  it('is no longer read once the person takes the host back, and read again when it is granted again', async () => {
    await eventually(() => driver.badge(page), (badge) => badge === '1', 'the claim on the badge')
    const popupAddress = `src/popup/index.html?tab=${await driver.tabId(page)}&url=${encodeURIComponent(url)}`
    const sites = await driver.openExtensionPage('src/dashboard/index.html#/sites')
    await sites.click('[data-granted] [data-do="revoke"]')
    const popup = await driver.openExtensionPage(popupAddress)
    await popup.waitFor(() => document.querySelector('.card .button.primary') !== null && document.querySelector('.card[data-kind="quiet"]') !== null)
    await sites.waitFor(() => document.querySelector('[data-granted]') === null)
    await popup.close()
    await sites.close()
    await driver.grant([origin])
    expect(said(await eventually(reads, (now) => now !== null, 'a reader after granting again'))).toEqual(asTalked)
  })
})
