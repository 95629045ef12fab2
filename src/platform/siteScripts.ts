import { browser, type Scripting } from './browser'

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

/** Hosts the person granted that the manifest does not name. */
export async function grantedBeyondManifest(): Promise<string[]> {
  const { origins = [] } = await browser.permissions.getAll()
  const named = new Set(browser.runtime.getManifest().content_scripts?.flatMap((script) => script.matches))
  return origins.filter((origin) => !named.has(origin))
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
