import { browser } from '../platform/browser'
import { answer, type Sender } from '../platform/messages'
import type { BackgroundMessages } from '../platform/protocol'
import { injectIntoOpenTabs, reconcileSiteScripts, tellTabsWhatIsGranted } from '../platform/siteScripts'
import { showBadge } from '../platform/toolbar'
import { keepCapture } from './keep'
import { importPack, planImport, removePack, removeRule, saveRule } from './packs'
import { Named, PackFile, PageBadge, SavedCapture, SavedRule, SiteFile, TaughtPage } from './schemas'
import { importTaughtSites, removeTaughtSite, saveTaughtSite } from './taughtSites'

answer<BackgroundMessages>({
  'capture/save': { schema: SavedCapture, run: ({ capture }) => keepCapture(capture) },
  'page/badge': {
    schema: PageBadge,
    run: async (page, { tabId }) => {
      if (tabId !== null) await showBadge(tabId, page)
      return null
    },
  },
  'sites/teach': { schema: TaughtPage, run: ({ site }, sender) => saveTaughtSite(site, sender) },
  'sites/import': { schema: SiteFile, run: ours(({ text }) => importTaughtSites(text)) },
  'sites/remove': { schema: Named, run: ours(({ id }) => removeTaughtSite(id)) },
  'packs/plan': { schema: PackFile, run: ours(({ text, copy }) => planImport(text, copy)) },
  'packs/import': { schema: PackFile, run: ours(({ text, copy }) => importPack(text, copy)) },
  'packs/remove': { schema: Named, run: ours(({ id }) => removePack(id)) },
  'rules/save': { schema: SavedRule, run: ours(({ rule, replaces }) => saveRule(rule, replaces)) },
  'rules/remove': { schema: Named, run: ours(({ id }) => removeRule(id)) },
})

/** Content scripts live in pages: what changes more than their own page is only for our own. */
function ours<Input, Output>(run: (input: Input) => Output): (input: Input, sender: Sender) => Output {
  return (input, { own }) => {
    if (!own) throw new Error('Only Telltale’s own pages may change this.')
    return run(input)
  }
}

browser.runtime.onInstalled.addListener(() => void reconcileSiteScripts())
browser.runtime.onStartup.addListener(() => void reconcileSiteScripts())
browser.permissions.onRemoved.addListener(() => {
  void reconcileSiteScripts().then(tellTabsWhatIsGranted)
})
browser.permissions.onAdded.addListener(({ origins = [] }) => {
  void reconcileSiteScripts().then(() => injectIntoOpenTabs(origins))
})
