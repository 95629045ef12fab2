import { useEffect, useState } from 'preact/hooks'
import { WITHDRAWN } from '../core/flags'
import type { PageReport } from '../core/page'
import { readSettings, watchSettings, type Settings } from '../platform/settings'
import { stateOfTab, type TabState } from '../platform/tabs'
import { openStore } from '../store/open'
import type { HostTotal, Tally } from '../store/schema'
import { readHosts, readTallies } from '../store/tallies'

/** The most rows a person would scroll through here; the rest is in the export. */
export const MOST_ROWS = 200

export interface PopupState {
  tab: TabState
  host: string | null
  tallies: Tally[]
  hosts: HostTotal[]
  settings: Settings
}

/** What the popup shows, read again every second while it is open; null until the first read. */
export function usePopupState(subject: Promise<{ id: number; url: string } | null>): PopupState | null {
  const [state, setState] = useState<PopupState | null>(null)
  useEffect(() => {
    const closed = new AbortController()
    const refresh = async () => {
      const next = await readState(await subject)
      if (!closed.signal.aborted) setState(next)
    }
    void refresh()
    const timer = setInterval(() => void refresh(), 1000)
    closed.signal.addEventListener('abort', () => clearInterval(timer))
    watchSettings((settings) => setState((old) => old && { ...old, settings }), closed.signal)
    return () => closed.abort()
  }, [])
  return state
}

const store = openStore()

async function readState(subject: { id: number; url: string } | null): Promise<PopupState> {
  const opened = await store
  const [tab, hosts, settings] = await Promise.all([stateOfTab(subject), readHosts(opened), readSettings()])
  const host = hostOf(tab)
  const tallies = host === null ? [] : await readTallies(opened, host, MOST_ROWS)
  return { tab, host, tallies, hosts, settings }
}

function hostOf(tab: TabState): string | null {
  if (tab.kind === 'read') return tab.report.host
  return tab.kind === 'not-a-page' ? null : tab.host
}

/** What a person should read first: a conflict, then a claim nobody can check, then an answer that was taken back. */
export function headlineFlag(report: PageReport): PageReport['flags'][number] | undefined {
  return report.flags.find((flag) => flag.kind === 'conflict') ?? report.flags.find((flag) => flag.kind === 'claim') ?? report.flags.find((flag) => flag.rule === WITHDRAWN)
}
