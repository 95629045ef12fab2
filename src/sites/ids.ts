import { cyrb53 } from '../core/captures/fingerprint'
import type { Role } from '../core/model'
import type { Root } from './dom'
import { composedClosest, within } from './dom'

/** What an id is made from when the site gives none. */
export interface Nameless {
  role: Role
  text: string
}

/** Short, and the same on every page load. */
export function hash(text: string): string {
  return cyrb53(text).toString(36)
}

function lookUp(element: Element, role: Role, source: string, roots: readonly Root[]): string | null {
  const at = source.lastIndexOf('@')
  const attribute = source.slice(at + 1)
  const selector = at > 0 ? source.slice(0, at) : `[${attribute}]`
  if (at <= 0 && element.hasAttribute(attribute)) return element.getAttribute(attribute)
  const inner = within(element, selector, roots)[0]
  if (inner) return inner.getAttribute(attribute)
  const around = composedClosest(element, selector)?.getAttribute(attribute)
  return around ? `${around}:${role}` : null
}

/** The site's own id of a turn; one found around the turn may serve a pair, so the role is added to it. */
export function siteId(element: Element, role: Role, sources: readonly string[], roots: readonly Root[]): string | null {
  for (const source of sources) {
    const id = lookUp(element, role, source, roots)
    if (id) return id.slice(0, 200)
  }
  return null
}

/**
 * Ids for turns in page order. Without an id of the site's, a question is named by its whole text, an answer by
 * the question before it and its place after it: neither changes while the answer streams, nor when other
 * turns unmount. The second of a name is `~2`, and so on.
 */
export function nameTurns(turns: readonly (Nameless & { siteId: string | null })[]): string[] {
  const seen = new Map<string, number>()
  let question = 'start'
  return turns.map((turn) => {
    if (turn.role === 'user') question = hash(turn.text)
    const name = turn.siteId ?? `${turn.role}:${question}`
    const count = (seen.get(name) ?? 0) + 1
    seen.set(name, count)
    return count === 1 ? name : `${name}~${count}`
  })
}
