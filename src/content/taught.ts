import { definitionOf, type TaughtSite } from '../core/taughtSite'
import { readTaughtSites, watchTaughtSites } from '../platform/taughtSites'
import { alternatives } from '../sites/dom'
import type { SiteDefinition } from '../sites/site'
import { completed } from './picker/completed'

/** The definitions a person taught that this browser can use: a selector that is no CSS would fail at every look. */
export async function readTaught(): Promise<SiteDefinition[]> {
  return usable(await readTaughtSites())
}

export function watchTaught(onChange: (taught: SiteDefinition[]) => void, signal: AbortSignal): void {
  watchTaughtSites((sites) => onChange(usable(sites)), signal)
}

function usable(sites: readonly TaughtSite[]): SiteDefinition[] {
  return sites.map(definitionOf).filter(({ selectors }) => Object.values(selectors).flatMap(alternatives).every(isSelector)).map(completed)
}

function isSelector(text: string): boolean {
  const source = text.replace(/@[\w-]+$/, '')
  try {
    document.createDocumentFragment().querySelector(source)
    return true
  } catch (error) {
    console.warn(`Telltale cannot use the taught selector ${source}:`, error)
    return false
  }
}
