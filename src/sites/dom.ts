import type { Selector } from './site'

export type Root = Document | ShadowRoot

/** Asked of the node, not of its class: a page may hand us nodes of another frame. */
export function isShadowRoot(node: Node | null): node is ShadowRoot {
  return node !== null && node.nodeType === 11 && 'host' in node
}

export function isElement(node: Node): node is Element {
  return node.nodeType === 1
}

/** A selector's alternatives, in order of preference. */
export function alternatives(selector: Selector | undefined): readonly string[] {
  if (selector === undefined) return []
  return typeof selector === 'string' ? [selector] : selector
}

/** One selector that matches what any of the alternatives matches. */
export function anyOf(...selectors: (Selector | undefined)[]): string {
  return selectors.flatMap(alternatives).join(',')
}

/** A page that nests roots deeper than this does so to hurt. */
const DEEPEST_ROOT = 20

/** The document and every open shadow root in it, hosts in page order. Walks every element once. */
export function openRoots(root: Root, depth = 0): Root[] {
  const roots: Root[] = [root]
  if (depth > DEEPEST_ROOT) return roots
  for (const element of root.querySelectorAll('*')) {
    if (element.shadowRoot) roots.push(...openRoots(element.shadowRoot, depth + 1))
  }
  return roots
}

/** The parent element, through shadow boundaries. */
export function composedParent(node: Node): Element | null {
  if (node.parentElement) return node.parentElement
  const root = node.parentNode
  return isShadowRoot(root) ? root.host : null
}

/** `outer` holds `inner`, through shadow boundaries, or is it. */
export function composedContains(outer: Node, inner: Node): boolean {
  for (let at: Node | null = inner; at; ) {
    if (outer.contains(at)) return true
    const root: Node = at.getRootNode()
    at = isShadowRoot(root) ? root.host : null
  }
  return false
}

/** `node.closest(selector)`, through shadow boundaries. */
export function composedClosest(element: Element, selector: string): Element | null {
  for (let at: Element | null = element; at; ) {
    const found = at.closest(selector)
    if (found) return found
    const root = at.getRootNode()
    at = isShadowRoot(root) ? root.host : null
  }
  return null
}

function hostsAbove(element: Element): Element[] {
  const chain = [element]
  for (let root = element.getRootNode(); isShadowRoot(root); root = root.host.getRootNode()) chain.push(root.host)
  return chain.reverse()
}

/** Page order of two elements, through shadow boundaries: negative when `a` comes first. */
export function pageOrder(a: Element, b: Element): number {
  const left = hostsAbove(a)
  const right = hostsAbove(b)
  let level = 0
  while (level < left.length - 1 && level < right.length - 1 && left[level] === right[level]) level += 1
  const one = left[level] ?? a
  const other = right[level] ?? b
  if (one === other) return left.length - right.length
  return one.compareDocumentPosition(other) & 4 ? -1 : 1
}

/** Everything in these roots that matches, in page order. */
export function queryAll(roots: readonly Root[], selector: string): Element[] {
  if (!selector) return []
  const parts = roots.map((root) => [...root.querySelectorAll(selector)]).filter((part) => part.length > 0)
  const all = parts.flat()
  return parts.length > 1 ? all.sort(pageOrder) : all
}

/** The element itself when it matches, and what matches inside it, shadow roots included. */
export function within(element: Element, selector: string, roots: readonly Root[]): Element[] {
  if (!selector) return []
  const found = element.matches(selector) ? [element] : []
  found.push(...element.querySelectorAll(selector))
  const inner = roots.filter((root) => isShadowRoot(root) && composedContains(element, root.host))
  if (inner.length === 0) return found
  return [...found, ...queryAll(inner, selector)].sort(pageOrder)
}

/** Without the elements that lie inside another of them. The elements must be in page order. */
export function topmost(elements: readonly Element[]): Element[] {
  const kept: Element[] = []
  for (const element of elements) {
    const last = kept.at(-1)
    if (!last || !composedContains(last, element)) kept.push(element)
  }
  return kept
}
