import type { Page } from '../support/driver'

/** Every text and attribute value of a page, once each: what a scrubber has to decide about. */
export interface Inventory {
  texts: string[]
  attributes: [name: string, value: string][]
}

/** What each text becomes, and each attribute value; null removes the attribute. Keys as in the inventory. */
export interface Replacements {
  texts: Record<string, string>
  attributes: Record<string, Record<string, string | null>>
}

export function takeInventory(page: Page): Promise<Inventory> {
  return page.evaluate(() => {
    const texts = new Set<string>()
    const attributes = new Map<string, Set<string>>()
    const visit = (root: ParentNode & Node) => {
      for (const element of root.querySelectorAll('*')) {
        for (const { name, value } of element.attributes) attributes.set(name, (attributes.get(name) ?? new Set()).add(value))
        if (!element.matches('style,script')) for (const child of element.childNodes) if (child.nodeType === 3 && child.nodeValue?.trim()) texts.add(child.nodeValue)
        if (element.shadowRoot) visit(element.shadowRoot)
      }
      for (const child of root.childNodes) if (child.nodeType === 3 && child.nodeValue?.trim()) texts.add(child.nodeValue)
    }
    visit(document)
    return { texts: [...texts], attributes: [...attributes].flatMap(([name, values]) => [...values].map((value): [string, string] => [name, value])) }
  })
}

/** Replaces everything in the page, drops what runs, loads or cannot be seen, and gives back its markup with open shadow roots. */
export function replaceAll(page: Page, replacements: Replacements): Promise<string> {
  return page.evaluate(({ texts, attributes }: Replacements) => {
    const GONE = 'script,noscript,link,base,iframe,object,embed,source,track,meta:not([charset])'
    const roots: ShadowRoot[] = []
    const visit = (root: ParentNode & Node) => {
      for (const element of root.querySelectorAll(GONE)) element.remove()
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_COMMENT)
      const comments: Comment[] = []
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        if (node instanceof Comment) comments.push(node)
        else if (node.parentElement?.localName === 'style') node.nodeValue = node.nodeValue!.replace(/\/\*[^]*?\*\//g, '').replace(/@import[^;]*;|url\([^)]*\)/g, 'none')
        else if (node.nodeValue?.trim()) node.nodeValue = texts[node.nodeValue] ?? ''
      }
      for (const comment of comments) comment.remove()
      for (const element of root.querySelectorAll('*')) {
        for (const { name, value } of [...element.attributes]) {
          const now = attributes[name]?.[value] ?? null
          if (now === null) element.removeAttribute(name)
          else if (now !== value) element.setAttribute(name, now)
        }
        if (!element.shadowRoot) continue
        roots.push(element.shadowRoot)
        visit(element.shadowRoot)
      }
    }
    visit(document)
    const html = document.documentElement
    const own = [...html.attributes].map(({ name, value }) => ` ${name}="${value.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"`).join('')
    return `<!doctype html>\n<html${own}>${html.getHTML({ shadowRoots: roots })}</html>\n`
  }, replacements)
}
