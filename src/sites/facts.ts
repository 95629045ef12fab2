import type { SiteDefinition } from './site'
import type { Root } from './dom'
import { queryAll } from './dom'
import { preferred } from './finder'

const LONGEST_LABEL = 200

function clean(text: string | null | undefined): string | null {
  return text?.replace(/\s+/g, ' ').trim().slice(0, LONGEST_LABEL) || null
}

/** The model that the page says is selected, or that it names at the last answer. */
export function modelLabelOf(roots: readonly Root[], definition: SiteDefinition): string | null {
  for (const source of [definition.selectors.modelLabel ?? []].flat()) {
    const at = source.lastIndexOf('@')
    const found = queryAll(roots, at > 0 ? source.slice(0, at) : source).at(-1)
    const text = clean(at > 0 ? found?.getAttribute(source.slice(at + 1)) : found?.textContent)
    if (text) return text
  }
  return null
}

/** The conversation's title on the page, else the document's. */
export function titleOf(document: Document, roots: readonly Root[], definition: SiteDefinition): string | null {
  return clean(preferred(roots, definition.selectors.title).elements[0]?.textContent) ?? clean(document.title)
}

/** The conversation's id in an address, by the site's pattern over path, query and fragment. */
export function conversationIdOf(definition: SiteDefinition, url: string): string | null {
  if (!definition.conversationId || !URL.canParse(url)) return null
  const { pathname, search, hash } = new URL(url)
  return new RegExp(definition.conversationId).exec(pathname + search + hash)?.[1] ?? null
}
