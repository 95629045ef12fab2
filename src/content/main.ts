import * as v from 'valibot'
import type { PageReport } from '../core/page'
import { answer, ask, type Handlers } from '../platform/messages'
import type { BackgroundMessages } from '../platform/protocol'
import { readPacks, watchPacks } from '../platform/packs'
import { readSettings, watchSettings } from '../platform/settings'
import type { TabMessages } from '../platform/tabs'
import { covers } from '../sites/registry'
import { skeleton } from '../sites/skeleton'
import { hiddenRoots, look, openPage, show, switchTo, teach, type Page } from './page'
import { openPicker } from './picker/picker'
import { conversationOf, reportOf } from './report'
import { stillInstalled, takeOver } from './takeOver'
import { readTaught, watchTaught } from './taught'
import { watchPage, type Changed } from './watch'

/** A page may build its chat long after it loaded without our observer seeing where (shadow roots attached late). */
const SECOND_LOOKS = [500, 1500, 4000]

async function start(running: AbortController): Promise<void> {
  const { signal } = running
  const [switches, packs, taught] = await Promise.all([readSettings(), readPacks(), readTaught()])
  const page = openPage(document, { switches, packs, taught }, showOnToolbar(), signal)
  const onTick = (changed: Changed) => {
    if (!stillInstalled()) return running.abort()
    const again = look(page, changed)
    if (again !== null) setTimeout(() => watch.wake(), again)
    watch.include(hiddenRoots(page))
  }
  const watch = watchPage(document, onTick, signal)
  onTick('everything')
  for (const delay of SECOND_LOOKS) setTimeout(() => watch.wake(), delay)
  watchSettings((switches) => switchTo(page, { switches }), signal)
  watchPacks((packs) => switchTo(page, { packs }), signal)
  watchTaught((taught) => teach(page, taught), signal)
  addEventListener('pagehide', () => page.outbox.flush(), { signal })
  answer<TabMessages>(handlersOf(page, running), signal)
}

function handlersOf(page: Page, running: AbortController): Handlers<TabMessages> {
  return {
    'page/report': { schema: v.null(), run: () => page.seen && reportOf(page.seen) },
    'page/read': { schema: v.null(), run: () => page.seen && conversationOf(page.seen) },
    'page/skeleton': { schema: v.null(), run: () => page.seen && skeleton(document, page.seen.reading) },
    'page/teach': { schema: v.null(), run: () => openPicker(document, running.signal) },
    'page/granted': { schema: v.object({ origins: v.array(v.string()) }), run: ({ origins }) => stopUnless(origins, running) },
    'page/show': { schema: v.object({ turn: v.string() }), run: ({ turn }) => show(page, turn) },
  }
}

/** A person took the host back: nothing is read, painted or answered from here on. */
function stopUnless(origins: readonly string[], running: AbortController): null {
  if (origins.some((origin) => origin === '<all_urls>' || covers(origin, location.href))) return null
  void ask<BackgroundMessages, 'page/badge'>('page/badge', { conflicts: 0, unverifiable: 0, broken: false })
  running.abort()
  return null
}

/** Tells the background what the toolbar should say, when that changed. */
function showOnToolbar(): (report: PageReport) => void {
  let shown = ''
  return ({ conflicts, flags, health }) => {
    const unverifiable = flags.filter((flag) => flag.kind === 'claim').length
    const badge = { conflicts, unverifiable, broken: health === 'broken' }
    const now = JSON.stringify(badge)
    if (now === shown) return
    shown = now
    ask<BackgroundMessages, 'page/badge'>('page/badge', badge).catch((error: unknown) => {
      shown = ''
      console.warn('Telltale could not update its toolbar badge:', error)
    })
  }
}

void start(takeOver())
