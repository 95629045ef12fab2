import { parseTaughtFile, parseTaughtSite, patternOf, taughtId, type TaughtSite } from '../core/taughtSite'
import type { Sender } from '../platform/messages'
import { readTaughtSites, writeTaughtSites } from '../platform/taughtSites'

/**
 * Saves what a person taught in a page, in place of what was taught of it before. The page may have had a hand in it:
 * whatever it says of itself, it is kept for the host it was taught on. @throws Error that names the field that is wrong.
 */
export function saveTaughtSite(data: unknown, { url }: Sender): Promise<TaughtSite> {
  if (url === null || !/^https?:/.test(url)) throw new Error('Only a page of a chat can be taught.')
  const { host } = new URL(url)
  const site = parseTaughtSite({ ...(data as object), id: taughtId(host), label: host, matches: [patternOf(url)] })
  return inTurn(async (sites) => {
    await writeTaughtSites(withSite(sites, site))
    return site
  })
}

/** Imports the sites of a file, each in place of one with its id. @throws Error that says what is wrong; then nothing is changed. */
export function importTaughtSites(text: string): Promise<TaughtSite[]> {
  const imported = parseTaughtFile(text)
  return inTurn(async (sites) => {
    await writeTaughtSites(imported.reduce(withSite, sites))
    return imported
  })
}

/** Forgets what was taught of a site; nothing happens when it was forgotten already. */
export function removeTaughtSite(id: string): Promise<null> {
  return inTurn(async (sites) => {
    await writeTaughtSites(sites.filter((site) => site.id !== id))
    return null
  })
}

function withSite(sites: TaughtSite[], site: TaughtSite): TaughtSite[] {
  return [...sites.filter(({ id }) => id !== site.id), site]
}

let last: Promise<unknown> = Promise.resolve()

/** One change at a time, each on what the one before left. */
function inTurn<T>(change: (sites: TaughtSite[]) => Promise<T>): Promise<T> {
  const done = last.then(async () => change(await readTaughtSites()))
  last = done.catch(() => undefined)
  return done
}
