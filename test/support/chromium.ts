import { chromium, type BrowserContext, type CDPSession, type Page as PlaywrightPage, type Route } from 'playwright-core'
import { ensureBrowser } from './browsers'
import { chromiumPage } from './chromiumPage'
import type { Driver, LaunchOptions, Page } from './driver'
import { extensionPagePath } from './extensionPages'
import { callExpression, until } from './expression'
import type { Responder } from './respond'

// The background services would look up their makers' hosts at every start; nothing here may reach for the network.
const quiet = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync', '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
]

// A page under an intercepted https address streams from 127.0.0.1, which Chromium otherwise asks the person about.
const features = '--disable-features=LocalNetworkAccessChecks,LocalNetworkAccessChecksWarn,BlockInsecurePrivateNetworkRequests'

/** Chromium, driven by Playwright over CDP, with the extension loaded as "Load unpacked" does. */
export async function launchChromium(options: LaunchOptions): Promise<Driver> {
  const hosts = new Map(Object.entries(options.hosts ?? {}))
  const context = await chromium.launchPersistentContext('', {
    executablePath: ensureBrowser('chromium'),
    headless: false,
    // Branded Chrome refuses --load-extension; Extensions.loadUnpacked works in all of them.
    args: [...(options.headed ? [] : ['--headless=new']), ...quiet, features, '--enable-unsafe-extension-debugging'],
    ignoreDefaultArgs: ['--disable-extensions', /* says nothing useful, and covers the page in headed runs */ '--enable-automation'],
    viewport: options.viewport ?? { width: 1100, height: 760 },
    colorScheme: options.colorScheme ?? 'light',
  })
  await context.route(url => isOutside(url) || hosts.has(url.hostname), route => answer(route, hosts))
  const extensionOrigin = await install(context, options.extensionDir)
  return chromiumDriver(context, extensionOrigin, options.extensionDir, hosts)
}

const isOutside = (url: URL) => /^https?:$/.test(url.protocol) && url.hostname !== '127.0.0.1'

async function answer(route: Route, hosts: Map<string, Responder>): Promise<void> {
  const url = new URL(route.request().url())
  const served = hosts.get(url.hostname)?.(url)
  if (!served) return route.abort('blockedbyclient')
  const body = typeof served.body === 'string' ? served.body : Buffer.from(served.body)
  await route.fulfill({ status: served.status ?? 200, headers: { 'content-type': served.contentType, ...served.headers }, body })
}

async function install(context: BrowserContext, path: string): Promise<string> {
  const browser = context.browser()
  if (!browser) throw new Error('Playwright gave no browser for the profile: its version is too old for this driver')
  // Only in developer mode does the browser keep what it has to say against a manifest.
  const control = context.pages()[0]!
  await control.goto('chrome://extensions')
  await control.evaluate(callExpression(developerMode, []))
  const session = await browser.newBrowserCDPSession()
  const { id } = (await session.send('Extensions.loadUnpacked' as never, { path } as never)) as { id: string }
  return `chrome-extension://${id}`
}

function chromiumDriver(context: BrowserContext, extensionOrigin: string, extensionDir: string, hosts: Map<string, Responder>): Driver {
  const id = new URL(extensionOrigin).host
  // The tab every profile starts with is never shown to a test: the driver asks its own questions there.
  const control = context.pages()[0]!
  const pages = new Map<Page, PlaywrightPage>()
  const open = async (url: string) => {
    const inner = await context.newPage()
    const page = chromiumPage(inner)
    pages.set(page, inner)
    await page.goto(url)
    return page
  }
  const inExtension = async <A extends readonly unknown[], T>(fn: (...args: A) => T | Promise<T>, ...args: A): Promise<T> => {
    const address = `${extensionOrigin}/${extensionPagePath(extensionDir)}`
    if (control.url() !== address) await control.goto(address)
    return (await control.evaluate(callExpression(fn, args))) as T
  }
  const preapprove = async (origins: readonly string[]) => {
    await control.goto('chrome://extensions')
    await control.evaluate(callExpression(addToSiteAccess, [id, origins]))
  }
  const tabId = async (page: Page) => {
    const url = pages.get(page)!.url()
    return until(() => inExtension(findTab, url), `a tab the extension may see at ${url}`)
  }
  return {
    browser: 'chromium',
    version: context.browser()!.version(),
    extensionOrigin,
    serve: (host, responder) => void hosts.set(host, responder),
    openChat: (url, responder) => {
      if (responder) hosts.set(new URL(url).hostname, responder)
      return open(url)
    },
    openExtensionPage: path => open(`${extensionOrigin}/${path}`),
    preapprove,
    grant: async origins => {
      await preapprove(origins)
      if (!(await inExtension(requestOrigins, origins))) throw new Error(`The extension was refused ${origins.join(', ')}: are they in its optional_host_permissions?`)
    },
    tabId,
    badge: async page => inExtension(badgeOf, await tabId(page)),
    stopBackground: async () => stopWorkers(await context.newCDPSession(control)),
    manifestWarnings: async () => {
      await control.goto('chrome://extensions')
      return (await control.evaluate(callExpression(manifestErrors, [id]))) as string[]
    },
    close: () => context.close(),
  }
}

async function stopWorkers(session: CDPSession): Promise<void> {
  await session.send('ServiceWorker.enable')
  await session.send('ServiceWorker.stopAllWorkers')
  await session.detach()
}

/** The extension API these functions use when they run inside an extension page or chrome://extensions. */
declare const chrome: {
  permissions: { request(wanted: { origins: readonly string[] }): Promise<boolean> }
  tabs: { query(filter: object): Promise<{ id: number; url?: string }[]> }
  action: { getBadgeText(tab: { tabId: number }): Promise<string> }
  developerPrivate: {
    addHostPermission(id: string, origin: string): Promise<void>
    updateProfileConfiguration(change: { inDeveloperMode: boolean }): Promise<void>
    getExtensionInfo(id: string): Promise<{ manifestErrors: { message: string }[]; installWarnings?: string[] }>
  }
}

const developerMode = () => chrome.developerPrivate.updateProfileConfiguration({ inDeveloperMode: true })
const addToSiteAccess = async (id: string, origins: readonly string[]) => {
  for (const origin of origins) await chrome.developerPrivate.addHostPermission(id, origin)
}
const requestOrigins = (origins: readonly string[]) => chrome.permissions.request({ origins })
const findTab = async (url: string) => (await chrome.tabs.query({})).find(tab => tab.url === url)?.id
const badgeOf = (tabId: number) => chrome.action.getBadgeText({ tabId })
const manifestErrors = async (id: string) => {
  const info = await chrome.developerPrivate.getExtensionInfo(id)
  return [...info.manifestErrors.map(error => error.message), ...(info.installWarnings ?? [])]
}
