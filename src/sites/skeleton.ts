import type { Reading } from './site'

/** Attributes whose values are names the page's authors chose, never what somebody wrote. */
const NAMED = new Set(
  ('class role type dir lang hidden contenteditable aria-hidden aria-live aria-expanded aria-busy aria-haspopup aria-controls data-testid data-test-id data-test data-qa '
    + 'data-role data-message-role data-author-role data-message-author-role data-message-type data-turn data-turn-role data-content data-part-type data-message-part-type '
    + 'data-state data-status data-streaming data-is-streaming data-streaming-state data-slot data-type data-kind data-placement is_user is_system').split(' '),
)
const OMITTED = /^(?:script|style|link|meta|noscript|template|path|g|use|defs|circle|rect|line|polyline|polygon)$/
const LONGEST_NAME = 40
const MOST_LINES = 2500
const DEEPEST = 120

/** Ids and numbers inside names say who and when; their place is all that matters. */
function anonymous(name: string): string {
  return name.length > LONGEST_NAME ? `…(${name.length})` : name.replace(/[0-9a-f]{8,}(?:-[0-9a-f]+)*|\d+/gi, '#')
}

function attributes(element: Element): string {
  return [...element.attributes]
    .filter(({ name }) => name !== 'style' && !name.startsWith('on'))
    .map(({ name, value }) => {
      if (name === 'id') return ` id="${anonymous(value)}"`
      if (!NAMED.has(name)) return ` ${anonymous(name)}`
      return value === '' ? ` ${name}` : ` ${name}="${value.trim().split(/\s+/).slice(0, 8).map(anonymous).join(' ')}"`
    })
    .join('')
}

function textLines(node: Node): string[] {
  const length = node.nodeType === 3 ? (node.nodeValue?.trim().length ?? 0) : 0
  return length > 0 ? [`text(${length})`] : []
}

/** The same element many times over is said once, with the count. */
function folded(blocks: readonly string[][]): string[] {
  const lines: string[] = []
  for (let i = 0; i < blocks.length; ) {
    const shape = blocks[i]!.join('\n').replace(/text\(\d+\)/g, 'text')
    let end = i + 1
    while (end < blocks.length && blocks[end]!.join('\n').replace(/text\(\d+\)/g, 'text') === shape) end += 1
    lines.push(...blocks[i]!)
    if (end - i > 1) lines.push(`× ${end - i}`)
    i = end
  }
  return lines
}

function outline(parent: Node, depth: number, budget: { lines: number }): string[] {
  if (depth > DEEPEST) return ['…']
  const blocks: string[][] = []
  for (const node of parent.childNodes) {
    if (budget.lines <= 0) break
    budget.lines -= 1
    const block = node.nodeType === 1 ? elementLines(node as Element, depth, budget) : textLines(node)
    if (block.length > 0) blocks.push(block)
  }
  return folded(blocks).map((line) => `  ${line}`)
}

function elementLines(element: Element, depth: number, budget: { lines: number }): string[] {
  if (OMITTED.test(element.localName)) return []
  const shadow = element.shadowRoot ? ['  #shadow', ...outline(element.shadowRoot, depth + 1, budget).map((line) => `  ${line}`)] : []
  return [`<${element.localName}${attributes(element)}>`, ...shadow, ...outline(element, depth + 1, budget)]
}

function place(url: string): string {
  if (!URL.canParse(url)) return 'unknown address'
  const { host, pathname } = new URL(url)
  return host + pathname.split('/').map((part) => (/^[a-z-]{0,24}$/.test(part) ? part : '#')).join('/')
}

/**
 * What a page is built of, for repairing a site that broke: tags, names that its authors chose, and lengths of texts.
 * Nothing anybody wrote: no text, no labels, no addresses, no ids, no numbers.
 */
export function skeleton(document: Document, reading: Pick<Reading, 'site' | 'url' | 'health' | 'problems' | 'signals' | 'turns'>): string {
  const counts = Object.entries(reading.signals.required).map(([name, count]) => `${name} ${count}`)
  const budget = { lines: MOST_LINES }
  const lines = [
    `telltale-skeleton/1 ${place(reading.url)}`,
    `site ${reading.site}, health ${reading.health}, turns ${reading.turns.length} (${reading.turns.map((turn) => `${turn.role[0]}${turn.answer.length}`).join(' ')})`,
    `signals ${counts.join(', ') || 'none'}`,
    ...reading.problems.map((problem) => `problem ${problem}`),
    ...(document.body ? elementLines(document.body, 0, budget) : []),
  ]
  return `${lines.join('\n')}\n${budget.lines <= 0 ? '… cut\n' : ''}`
}
