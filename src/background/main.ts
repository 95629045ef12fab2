import { browser } from '../platform/browser'
import { answer, type Sender } from '../platform/messages'
import type { BackgroundMessages } from '../platform/protocol'
import { injectIntoOpenTabs, reconcileSiteScripts } from '../platform/siteScripts'
import { showBadge } from '../platform/toolbar'
import { keepCapture } from './keep'
import { importPack, planImport, removePack, removeRule, saveRule } from './packs'
import { Named, PackFile, PageBadge, SavedCapture, SavedRule } from './schemas'

answer<BackgroundMessages>({
  'capture/save': { schema: SavedCapture, run: ({ capture }) => keepCapture(capture) },
  'page/badge': {
    schema: PageBadge,
    run: async (page, { tabId }) => {
      if (tabId !== null) await showBadge(tabId, page)
      return null
    },
  },
  'packs/plan': { schema: PackFile, run: ours(({ text, copy }) => planImport(text, copy)) },
  'packs/import': { schema: PackFile, run: ours(({ text, copy }) => importPack(text, copy)) },
  'packs/remove': { schema: Named, run: ours(({ id }) => removePack(id)) },
  'rules/save': { schema: SavedRule, run: ours(({ rule, replaces }) => saveRule(rule, replaces)) },
  'rules/remove': { schema: Named, run: ours(({ id }) => removeRule(id)) },
})

/** Content scripts live in pages: what changes the rules is only for our own. */
function ours<Input, Output>(run: (input: Input) => Output): (input: Input, sender: Sender) => Output {
  return (input, { own }) => {
    if (!own) throw new Error('Only Telltale’s own pages may change rules.')
    return run(input)
  }
}

browser.runtime.onInstalled.addListener(() => void reconcileSiteScripts())
browser.runtime.onStartup.addListener(() => void reconcileSiteScripts())
browser.permissions.onRemoved.addListener(() => void reconcileSiteScripts())
browser.permissions.onAdded.addListener(({ origins = [] }) => {
  void reconcileSiteScripts().then(() => injectIntoOpenTabs(origins))
})
