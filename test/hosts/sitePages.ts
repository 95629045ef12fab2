import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '../support/driver'
import { fromDirectory, type Responder } from '../support/respond'
import { templates, type SiteName } from './sites/templates'

/**
 * Answers for a supported site's host with a page of our own making, written after the facts known of the real one's
 * DOM. It streams from the fake server at `origin`.
 */
export function siteResponder(built: string, origin: string): Responder {
  const files = fromDirectory(built)
  const html = readFileSync(join(built, 'sites', 'index.html'), 'utf8').replace('<head>', `<head><meta name="fake-server" content="${origin}">`)
  return url => (url.pathname.startsWith('/hosts/') ? files(new URL(url.pathname.slice('/hosts'.length), url)) : { contentType: 'text/html; charset=utf-8', body: html })
}

/** The responders of all six, for `launch({ hosts })`. */
export function siteHosts(built: string, origin: string): Record<string, Responder> {
  const responder = siteResponder(built, origin)
  return Object.fromEntries(Object.values(templates).map(({ host }) => [host, responder]))
}

/** What a person does on such a page. */
export const sitePage = {
  newChatUrl: (site: SiteName) => `https://${templates[site].host}${templates[site].newChatPath}`,
  send: async (page: Page, site: SiteName, text: string) => {
    await page.type(templates[site].composer, text)
    await page.press('Enter')
  },
  stop: (page: Page, site: SiteName) => page.click(templates[site].stop.selector),
  /** Asks for the last answer again; it replaces the one there is. */
  regenerate: (page: Page, site: SiteName) => page.click(templates[site].assistant.regenerate, 'last'),
  /** Rewrites the last user message; everything after it goes. */
  edit: async (page: Page, site: SiteName, text: string) => {
    await page.click(templates[site].user.edit, 'last')
    await page.type('.host-edit', text)
    await page.press('Enter')
  },
  newChat: (page: Page) => page.click('body > nav a:first-child'),
  /** Goes to another conversation without loading a page; 1 is the newest. */
  openConversation: (page: Page, nth: number) => page.click(`body > nav a:nth-child(${nth + 1})`),
  /** Scrolls the list to a fraction of its height; far turns of a virtual list are unmounted. */
  scroll: (page: Page, site: SiteName, fraction: number) =>
    page.evaluate((selector, to) => {
      const scroller = document.querySelector(selector)!
      scroller.scrollTop = to * scroller.scrollHeight
    }, templates[site].scroller, fraction),
}
