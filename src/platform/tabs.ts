import type { Conversation } from '../core/model'
import type { PageReport } from '../core/page'
import { browser } from './browser'
import { askTab } from './messages'

/** What a content script answers. */
export type TabMessages = {
  /** Null before the first look at the page. */
  'page/report': (input: null) => PageReport | null
  /** What the site read, whatever was found in it; null before the first look. */
  'page/read': (input: null) => Conversation | null
  /** What the page is built of, without anything anybody wrote; null before the first look. */
  'page/skeleton': (input: null) => string | null
  /** Lets the person point at what a page's turns are; true when that began. */
  'page/teach': (input: null) => boolean
  /** The match patterns that may be read now; a reader whose page is not among them stops. */
  'page/granted': (input: { origins: string[] }) => null
  'page/show': (input: { turn: string }) => boolean
}

/** What can be said of a tab from outside it. */
export type TabState =
  | { kind: 'read'; tabId: number; report: PageReport }
  /** The person has not granted this host. */
  | { kind: 'no-access'; tabId: number; origin: string; host: string }
  /** Granted, but the page was open before; a reload starts the reader. */
  | { kind: 'reload'; tabId: number; host: string }
  /** A page no extension may read: the browser's own, a file, a store. */
  | { kind: 'not-a-page' }

/** The tab a popup is about: the one named in its address (`?tab=ID&url=URL`), else the active one. */
export async function subjectTab(search: string): Promise<{ id: number; url: string } | null> {
  const address = new URLSearchParams(search)
  const named = Number(address.get('tab') ?? Number.NaN)
  const tab = Number.isInteger(named)
    ? await browser.tabs.get(named)
    : (await browser.tabs.query({ active: true, currentWindow: true }))[0]
  return tab?.id === undefined ? null : { id: tab.id, url: tab.url ?? address.get('url') ?? '' }
}

/** Asks the tab's content script for its report, and finds out why when none answers. */
export async function stateOfTab(tab: { id: number; url: string } | null): Promise<TabState> {
  if (!tab) return { kind: 'not-a-page' }
  const report = await askTab<TabMessages, 'page/report'>(tab.id, 'page/report', null)
  if (report) return { kind: 'read', tabId: tab.id, report }
  if (!/^https?:/.test(tab.url)) return { kind: 'not-a-page' }
  const { origin, host, protocol, hostname } = new URL(tab.url)
  const pattern = `${protocol}//${hostname}/*`
  if (await browser.permissions.contains({ origins: [pattern] })) return { kind: 'reload', tabId: tab.id, host }
  return { kind: 'no-access', tabId: tab.id, origin: pattern, host: host || origin }
}

/** Asks the person for one host; must be called in the click itself, before anything is awaited. */
export function grantHost(origin: string): Promise<boolean> {
  return browser.permissions.request({ origins: [origin] })
}

/** Scrolls the tab's page to a turn and brings the tab forward; false when the turn is not on the page now. */
export async function showTurn(tabId: number, turn: string): Promise<boolean> {
  await browser.tabs.update(tabId, { active: true })
  return (await askTab<TabMessages, 'page/show'>(tabId, 'page/show', { turn })) ?? false
}

/** Opens one of our own pages or a page a person was on, in a new tab. */
export async function openTab(url: string): Promise<void> {
  await browser.tabs.create({ url: url.startsWith('src/') ? browser.runtime.getURL(url) : url })
}

export async function reloadTab(tabId: number): Promise<void> {
  await browser.tabs.reload(tabId)
}

/** The content-free report of what a tab's page is built of; null when nothing reads it. */
export function skeletonOf(tabId: number): Promise<string | null> {
  return askTab<TabMessages, 'page/skeleton'>(tabId, 'page/skeleton', null)
}

/** Starts the pointing in a tab's page; false when nothing reads it. */
export async function teachIn(tabId: number): Promise<boolean> {
  return (await askTab<TabMessages, 'page/teach'>(tabId, 'page/teach', null)) ?? false
}
