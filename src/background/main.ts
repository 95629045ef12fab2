import { browser } from '../platform/browser'
import { answer } from '../platform/messages'
import type { BackgroundMessages } from '../platform/protocol'
import { injectIntoOpenTabs, reconcileSiteScripts } from '../platform/siteScripts'
import { showBadge } from '../platform/toolbar'
import { keepCapture } from './keep'
import { PageBadge, SavedCapture } from './schemas'

answer<BackgroundMessages>({
  'capture/save': { schema: SavedCapture, run: ({ capture }) => keepCapture(capture) },
  'page/badge': {
    schema: PageBadge,
    run: async (page, { tabId }) => {
      if (tabId !== null) await showBadge(tabId, page)
      return null
    },
  },
})

browser.runtime.onInstalled.addListener(() => void reconcileSiteScripts())
browser.runtime.onStartup.addListener(() => void reconcileSiteScripts())
browser.permissions.onRemoved.addListener(() => void reconcileSiteScripts())
browser.permissions.onAdded.addListener(({ origins = [] }) => {
  void reconcileSiteScripts().then(() => injectIntoOpenTabs(origins))
})
