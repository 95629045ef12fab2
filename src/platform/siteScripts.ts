import { browser, type Scripting } from './browser'
import { askTab } from './messages'
import type { TabMessages } from './tabs'

const ID = 'granted-hosts'

/**
 * Makes the content script run on every host a person granted beyond the built-in ones, now and at each
 * later visit. Registrations are declared state: computed from the permissions and reconciled.
 */
export async function reconcileSiteScripts(): Promise<void> {
  const matches = await grantedBeyondManifest()
  const registered = await browser.scripting.getRegisteredContentScripts({ ids: [ID] })
  if (registered.length > 0) await browser.scripting.unregisterContentScripts({ ids: [ID] })
  if (matches.length === 0) return
  await browser.scripting.registerContentScripts([registration(matches)])
}

/** Runs the content script in tabs that were open when their host was granted. */
export async function injectIntoOpenTabs(origins: readonly string[]): Promise<void> {
  const tabs = await browser.tabs.query({ url: [...origins] })
  await Promise.all(tabs.map((tab) => injectInto(tab.id)))
}

/** Tells every reader which addresses may be read now: one whose page is no longer among them stops. */
export async function tellTabsWhatIsGranted(): Promise<void> {
  const { origins = [] } = await browser.permissions.getAll()
  const tabs = await browser.tabs.query({})
  await Promise.all(tabs.map(({ id }) => (id === undefined ? null : askTab<TabMessages, 'page/granted'>(id, 'page/granted', { origins }))))
}

/** Gives a granted host back to the person; false when the browser would not take it. */
export function revokeHost(origin: string): Promise<boolean> {
  return browser.permissions.remove({ origins: [origin] })
}

/** Hosts the person granted that the manifest does not name. */
export async function grantedBeyondManifest(): Promise<string[]> {
  const { origins = [] } = await browser.permissions.getAll()
  const named = new Set(browser.runtime.getManifest().content_scripts?.flatMap((script) => script.matches).map(wholeHost))
  return origins.filter((origin) => !named.has(origin) && !named.has(wholeHost(origin)))
}

/** Permissions are for whole hosts: browsers drop the path a content script is limited to. */
function wholeHost(pattern: string): string {
  return pattern.replace(/^([^/]*\/\/[^/]+)\/.*$/, '$1/*')
}

async function injectInto(tabId: number | undefined): Promise<void> {
  if (tabId === undefined) return
  await browser.scripting.executeScript({ target: { tabId }, files: contentFiles() }).catch(ifTabIsGone)
}

function registration(matches: string[]): Scripting.RegisteredContentScript {
  return { id: ID, matches, js: contentFiles(), runAt: 'document_idle', persistAcrossSessions: true }
}

/** Firefox gives full URLs for the manifest's own files, Chrome relative paths. */
function contentFiles(): string[] {
  const declared = browser.runtime.getManifest().content_scripts?.[0]?.js ?? []
  return declared.map((file) => new URL(file, browser.runtime.getURL('')).pathname.slice(1))
}

function ifTabIsGone(error: unknown): void {
  if (!/No tab|Cannot access|error page|Frame with ID|Missing host permission/i.test(String(error))) throw error
}

/** Calls back with the granted hosts after each change until the signal aborts. */
export function watchGranted(onChange: (origins: string[]) => void, signal?: AbortSignal): void {
  const tell = () => void grantedBeyondManifest().then(onChange)
  browser.permissions.onAdded.addListener(tell)
  browser.permissions.onRemoved.addListener(tell)
  signal?.addEventListener('abort', () => {
    browser.permissions.onAdded.removeListener(tell)
    browser.permissions.onRemoved.removeListener(tell)
  })
}
