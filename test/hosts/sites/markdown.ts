import { fromMarkup, type Template } from './template'

interface Block {
  kind: 'p' | 'ul' | 'blockquote' | 'code'
  lang: string
  text: string
}

/**
 * Renders Markdown as chat UIs do while it streams: the whole text is parsed again at every chunk, blocks that came out
 * the same keep their nodes, the others are replaced. Only text nodes are ever made of what the model said.
 */
export function renderMarkdown(into: Element, text: string, { paragraph, code }: Template): void {
  const blocks = parse(text)
  blocks.forEach((block, index) => {
    const key = JSON.stringify(block)
    const old = into.children[index]
    if (old && rendered.get(old) === key) return
    const fresh = node(block, paragraph, code)
    rendered.set(fresh, key)
    if (old) old.replaceWith(fresh)
    else into.append(fresh)
  })
  while (into.children.length > blocks.length) into.lastElementChild!.remove()
}

const rendered = new WeakMap<Element, string>()

function parse(text: string): Block[] {
  const fenced = text.split(/^```/m)
  return fenced.flatMap((part, index): Block[] => (index % 2 ? [fence(part)] : part.split(/\n{2,}/).filter(block => block.trim()).map(plainBlock)))
}

function fence(part: string): Block {
  const [lang = '', ...lines] = part.split('\n')
  return { kind: 'code', lang: lang.trim(), text: lines.join('\n').replace(/\n$/, '') }
}

function plainBlock(raw: string): Block {
  const text = raw.trim()
  const kind = /^[-*] /.test(text) ? 'ul' : text.startsWith('> ') ? 'blockquote' : 'p'
  return { kind, lang: '', text }
}

function node({ kind, lang, text }: Block, paragraph: string, code: string): Element {
  if (kind === 'code') {
    const block = fromMarkup(code.replaceAll('{lang}', /^[\w+#-]{1,20}$/.test(lang) ? lang : 'text'))
    const inner = block.querySelector('code') ?? block.querySelector('pre') ?? block
    inner.textContent = text
    return block
  }
  if (kind === 'ul') return listOf(text.split('\n').map(line => line.replace(/^[-*] /, '')))
  const holder = kind === 'blockquote' ? document.createElement('blockquote') : fromMarkup(paragraph)
  inline(holder, text.replace(/^> ?/gm, ''))
  return holder
}

function listOf(items: string[]): Element {
  const list = document.createElement('ul')
  for (const item of items) inline(list.appendChild(document.createElement('li')), item)
  return list
}

function inline(into: Element, text: string): void {
  for (const piece of text.split(/(\*\*[^*]+\*\*|`[^`]+`)/).filter(Boolean)) {
    const tag = /^\*\*.+\*\*$/.test(piece) ? 'strong' : /^`.+`$/.test(piece) ? 'code' : 'span'
    const holder = document.createElement(tag)
    holder.textContent = tag === 'span' ? piece : piece.replace(/^(\*\*|`)|(\*\*|`)$/g, '')
    into.append(holder)
  }
}
