import type { SiteDefinition } from './site'
import { alternatives } from './dom'

function selectorsOf({ selectors, required, recognise, idAttributes }: SiteDefinition): string[] {
  const named = Object.entries(selectors).flatMap(([name, selector]) => alternatives(selector).map((one) => (name === 'modelLabel' ? one.replace(/@[\w-]+$/, '') : one)))
  const ids = (idAttributes ?? []).map((source) => (source.includes('@') ? source.replace(/@[\w-]+$/, '') : `[${source}]`))
  return [...named, ...(required ?? []).flatMap(alternatives), ...(recognise ?? []), ...ids]
}

/**
 * What a browser cannot use in a definition that a person taught or imported, one sentence each with the selector or
 * pattern at fault; empty when it can be used.
 */
export function definitionProblems(definition: SiteDefinition, document: Document): string[] {
  const scratch = document.createDocumentFragment()
  const selectors = selectorsOf(definition).flatMap((selector) => refused(() => scratch.querySelector(selector), `Not a CSS selector: ${selector}`))
  const patterns = [definition.conversationId, definition.paths].flatMap((source) =>
    source === undefined ? [] : refused(() => new RegExp(source), `Not a regular expression: ${source}`),
  )
  return [...selectors, ...patterns]
}

function refused(attempt: () => unknown, sentence: string): string[] {
  try {
    attempt()
    return []
  } catch {
    return [sentence]
  }
}
