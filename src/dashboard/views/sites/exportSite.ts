import type { TaughtSite } from '../../../core/taughtSite'

/** Saves a taught site as a JSON file that anybody can import. */
export function saveTaughtSite(site: TaughtSite): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([`${JSON.stringify(site, null, 2)}\n`], { type: 'application/json' }))
  link.download = `telltale-site-${site.id.replace(/^taught-/, '')}.json`
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}
