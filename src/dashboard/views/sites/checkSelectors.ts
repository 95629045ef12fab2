import { parseTaughtFile } from '../../../core/taughtSite'

/** Refuses a file of taught sites in which a selector is no CSS: only a page can tell. @throws Error that names it. */
export function checkSelectors(text: string): void {
  const page = document.createDocumentFragment()
  for (const { label, selectors } of parseTaughtFile(text)) {
    for (const [name, given] of Object.entries(selectors)) {
      for (const selector of [given].flat()) {
        try {
          page.querySelector(selector.replace(/@[\w-]+$/, ''))
        } catch (error) {
          throw new Error(`“${label}”: ${name} is not a CSS selector: ${selector}`, { cause: error })
        }
      }
    }
  }
}
