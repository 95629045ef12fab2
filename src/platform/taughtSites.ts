import { parseTaughtSite, type TaughtSite } from '../core/taughtSite'
import { browser } from './browser'

const KEY = 'taughtSites'

/**
 * The sites a person taught. They live in extension storage, so that content scripts read them without a message;
 * only the background writes them, and only once they are checked.
 */
export async function readTaughtSites(): Promise<TaughtSite[]> {
  return parse((await browser.storage.local.get(KEY))[KEY])
}

/** Puts all taught sites in place at once. For the background alone: it is the one writer. */
export async function writeTaughtSites(sites: readonly TaughtSite[]): Promise<void> {
  await browser.storage.local.set({ [KEY]: sites })
}

/** Calls back with all taught sites after each change until the signal aborts. */
export function watchTaughtSites(onChange: (sites: TaughtSite[]) => void, signal?: AbortSignal): void {
  const listener = (changes: Record<string, { newValue?: unknown }>, area: string) => {
    if (area === 'local' && changes[KEY]) onChange(parse(changes[KEY].newValue))
  }
  browser.storage.onChanged.addListener(listener)
  signal?.addEventListener('abort', () => browser.storage.onChanged.removeListener(listener))
}

/** A site that an older version kept and this one cannot read is left out; the others still serve. */
function parse(stored: unknown): TaughtSite[] {
  return (Array.isArray(stored) ? stored : []).flatMap((site: unknown) => {
    try {
      return [parseTaughtSite(site)]
    } catch (error) {
      console.warn('Telltale leaves out a taught site it cannot read:', error)
      return []
    }
  })
}
