import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { connectBidi, evaluate, type Bidi } from './bidi'
import type { Driver, LaunchOptions, Page } from './driver'
import { callExpression, until } from './expression'
import { extensionPagePath } from './extensionPages'
import { openFirefoxPage } from './firefoxPage'
import { extensionUuid, startFirefox } from './firefoxProfile'
import type { Responder } from './respond'

/** Firefox, driven over WebDriver BiDi without geckodriver, with the extension installed as a temporary add-on. */
export async function launchFirefox(options: LaunchOptions): Promise<Driver> {
  const id = geckoId(options.extensionDir)
  const firefox = await startFirefox(id, options)
  try {
    const bidi = await connectBidi(`${firefox.url}/session`)
    const driver = await startSession(bidi, id, options)
    const close = async () => {
      await bidi.send('browser.close')
      bidi.close()
      await firefox.end()
    }
    return { ...driver, close }
  } catch (error) {
    await firefox.end()
    throw error
  }
}

async function startSession(bidi: Bidi, id: string, options: LaunchOptions): Promise<Omit<Driver, 'close'>> {
  const { capabilities } = await bidi.send<{ capabilities: { browserVersion: string } }>('session.new', {
    capabilities: { alwaysMatch: { unhandledPromptBehavior: { default: 'ignore' } } },
  })
  const hosts = new Map(Object.entries(options.hosts ?? {}))
  await intercept(bidi, hosts)
  await bidi.send('webExtension.install', { extensionData: { type: 'path', path: resolve(options.extensionDir) } })
  return firefoxDriver(bidi, id, hosts, options, capabilities.browserVersion)
}

function geckoId(extensionDir: string): string {
  const manifest = JSON.parse(readFileSync(join(extensionDir, 'manifest.json'), 'utf8')) as { browser_specific_settings?: { gecko?: { id?: string } } }
  const id = manifest.browser_specific_settings?.gecko?.id
  if (!id) throw new Error(`${extensionDir}/manifest.json has no browser_specific_settings.gecko.id: Firefox needs one`)
  return id
}

interface BlockedRequest { isBlocked: boolean; request: { request: string; url: string } }

async function intercept(bidi: Bidi, hosts: Map<string, Responder>): Promise<void> {
  await bidi.send('session.subscribe', { events: ['network.beforeRequestSent', 'browsingContext.downloadWillBegin', 'browsingContext.downloadEnd'] })
  await bidi.send('network.addIntercept', { phases: ['beforeRequestSent'], urlPatterns: [{ type: 'pattern', protocol: 'https' }] })
  bidi.on('network.beforeRequestSent', ({ isBlocked, request }: BlockedRequest) => {
    if (isBlocked) answer(bidi, request, hosts).catch(unlessGone)
  })
}

/** A request whose page or browser is gone by now can no longer be answered; that is no fault of the test. */
function unlessGone(error: Error): void {
  if (!/no such request|browser closed/i.test(error.message)) throw error
}

async function answer(bidi: Bidi, { request, url }: BlockedRequest['request'], hosts: Map<string, Responder>): Promise<void> {
  const address = new URL(url)
  const served = hosts.get(address.hostname)?.(address)
  if (!served) return void (await bidi.send('network.failRequest', { request }))
  await bidi.send('network.provideResponse', {
    request,
    statusCode: served.status ?? 200,
    headers: Object.entries({ 'content-type': served.contentType, ...served.headers }).map(([name, value]) => ({ name, value: { type: 'string', value } })),
    body: { type: 'base64', value: Buffer.from(served.body).toString('base64') },
  })
}

type Contexts = { contexts: { context: string }[] }

async function firefoxDriver(bidi: Bidi, id: string, hosts: Map<string, Responder>, options: LaunchOptions, version: string): Promise<Omit<Driver, 'close'>> {
  const extensionOrigin = `moz-extension://${extensionUuid}`
  const open = (url: string) => openFirefoxPage(bidi, url, options.viewport ?? { width: 1100, height: 760 })
  // The tab every profile starts with is never shown to a test: the driver asks its own questions there.
  const control = (await bidi.send<Contexts>('browsingContext.getTree')).contexts[0]!.context
  const chromeWindow = (await bidi.send<Contexts>('browsingContext.getTree', { 'moz:scope': 'chrome' })).contexts[0]!.context
  await until(() => evaluate(bidi, chromeWindow, callExpression(isStarted, [id])), 'the extension to start')
  await bidi.send('browsingContext.navigate', { context: control, url: `${extensionOrigin}/${extensionPagePath(options.extensionDir)}`, wait: 'complete' })
  const inExtension = async <A extends readonly unknown[], T>(fn: (...args: A) => T | Promise<T>, ...args: A): Promise<T> =>
    (await evaluate(bidi, control, callExpression(fn, args))) as T
  const tabId = async (page: Page) => {
    const url = await page.url()
    return until(() => inExtension(findTab, url), `a tab the extension may see at ${url}`)
  }
  return {
    browser: 'firefox',
    version,
    extensionOrigin,
    serve: (host, responder) => void hosts.set(host, responder),
    openChat: (url, responder) => {
      if (responder) hosts.set(new URL(url).hostname, responder)
      return open(url)
    },
    openExtensionPage: path => open(`${extensionOrigin}/${path}`),
    // The profile answers every prompt with yes; nothing has to be said in advance.
    preapprove: async () => undefined,
    grant: async origins => {
      const page = await open(`${extensionOrigin}/${extensionPagePath(options.extensionDir)}`)
      await page.evaluate(askOnClick, origins)
      await page.click('#telltale-driver-ask')
      const { granted } = await page.waitFor(answerOf)
      await page.close()
      if (granted !== true) throw new Error(`The extension was refused ${origins.join(', ')} (${granted}): are they in its optional_host_permissions?`)
    },
    tabId,
    badge: async page => inExtension(badgeOf, await tabId(page)),
    stopBackground: async () => void (await evaluate(bidi, chromeWindow, callExpression(terminate, [id]))),
    manifestWarnings: async () => [],
  }
}

/** What these functions use where they run: an extension page, or (the first two) the browser's own window. */
declare const WebExtensionPolicy: {
  getByID(id: string): { active: boolean; extension: { backgroundState: string; terminateBackground(how: object): Promise<void> } } | null
}
declare const browser: {
  permissions: { request(wanted: { origins: readonly string[] }): Promise<boolean> }
  tabs: { query(filter: object): Promise<{ id: number; url?: string }[]> }
  action: { getBadgeText(tab: { tabId: number }): Promise<string> }
}

const isStarted = (id: string) => WebExtensionPolicy.getByID(id)?.extension.backgroundState === 'running'
// What Firefox does to an idle event page, without its courtesy of waiting for listeners that are still at work.
const terminate = (id: string) =>
  WebExtensionPolicy.getByID(id)!.extension.terminateBackground({ ignoreDevToolsAttached: true, disableResetIdleForTest: true })
const findTab = async (url: string) => (await browser.tabs.query({})).find(tab => tab.url === url)?.id
const badgeOf = (tabId: number) => browser.action.getBadgeText({ tabId })
// Firefox takes permissions.request from a real input event only, so there has to be something to click.
const askOnClick = (origins: readonly string[]) => {
  const button = document.createElement('button')
  button.id = 'telltale-driver-ask'
  button.style.cssText = 'position: fixed; inset: 0; z-index: 2147483647'
  const tell = (granted: unknown) => void (button.dataset.granted = String(granted))
  button.onclick = () => void browser.permissions.request({ origins }).then(tell, tell)
  document.body.append(button)
}
const answerOf = () => {
  const granted = document.querySelector<HTMLElement>('#telltale-driver-ask')?.dataset.granted
  return granted ? { granted: granted === 'true' || granted } : null
}
