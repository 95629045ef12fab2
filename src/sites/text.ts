import type { Mark, Span } from '../core/model'
import type { Piece } from './site'
import { composedParent, isElement } from './dom'

/** What an element says, the way back to its text nodes, and which stretches are structure. */
export interface BodyText {
  text: string
  pieces: Piece[]
  marks: (Span & Pick<Mark, 'kind'>)[]
}

/** Hidden from the eye or from readers, by the names people use for it. */
export const HIDDEN = [
  '[hidden]', '[aria-hidden="true"]', '.sr-only', '.visually-hidden', '.visuallyhidden', '.cdk-visually-hidden', '.screen-reader-only',
  '[class*="VisuallyHidden"]', '[class*="visuallyHidden"]', '[class*="screenReader"]', '[class*="screen-reader"]', '[class*="srOnly"]',
].join(',')

/** Never speech: scripts, controls, pictures, menus. */
const CHROME = 'script,style,noscript,template,svg,iframe,object,canvas,audio,video,input,select,textarea,option,datalist,'
  + '[role="toolbar"],[role="tooltip"],[role="menu"],[role="menubar"],[role="tablist"],[role="progressbar"],[contenteditable="true"]'

const BUTTON = 'button,[role="button"]'
/** Longer than this, a clickable thing is a message one can click, not a control. */
const LONGEST_LABEL = 120
const LIVE = '[aria-live],[role="status"],[role="log"],[role="alert"]'
const CODE = 'pre,code,samp,.cm-editor,.monaco-editor'
const CODE_BLOCK = 'pre,.cm-editor,.monaco-editor'
const QUOTE = 'blockquote,q'

const PARAGRAPHS = new Set('P H1 H2 H3 H4 H5 H6 PRE UL OL DL TABLE BLOCKQUOTE HR FIGURE'.split(' '))
const LINES = new Set(
  'DIV LI DT DD TR SECTION ARTICLE HEADER FOOTER MAIN ASIDE NAV FORM FIELDSET ADDRESS CAPTION THEAD TBODY TFOOT FIGCAPTION DETAILS SUMMARY'.split(' '),
)
const PRESERVED_CLASS = /(?:^|[\s:_-])(?:whitespace-(?:pre|break-spaces)|pre-wrap|preWrap)/
const PRESERVED_STYLE = /white-space:\s*(?:pre|break-spaces)/
const OFF_SCREEN = /(?:^|[;\s])(?:clip(?:-path)?:\s*(?:rect|inset)|(?:width|height):\s*1px|(?:left|top|text-indent):\s*-\d{3,})/

interface Sink extends BodyText {
  chunks: string[]
  length: number
  /** Newlines and space owed before the next character. */
  newlines: number
  space: boolean
  /** Newlines at the end of what was written. */
  tail: number
}

function write(sink: Sink, text: string): void {
  sink.chunks.push(text)
  sink.length += text.length
  const body = text.replace(/\n+$/, '')
  sink.tail = text.length - body.length + (body ? 0 : sink.tail)
}

function pay(sink: Sink): void {
  const lines = sink.newlines - sink.tail
  if (sink.length > 0 && lines > 0) write(sink, '\n'.repeat(lines))
  else if (sink.length > 0 && sink.space && sink.tail === 0) write(sink, ' ')
  sink.newlines = 0
  sink.space = false
}

function owe(sink: Sink, newlines: number): void {
  sink.newlines = Math.max(sink.newlines, newlines)
}

function writePiece(sink: Sink, node: Text, offset: number, length: number): void {
  pay(sink)
  sink.pieces.push({ node, start: sink.length, offset, length })
  write(sink, node.data.slice(offset, offset + length))
}

function writeCollapsed(sink: Sink, node: Text): void {
  let end = 0
  for (const run of node.data.matchAll(/[^ \t\r\n\f]+(?: [^ \t\r\n\f]+)*/g)) {
    if (run.index > end) sink.space = true
    writePiece(sink, node, run.index, run[0].length)
    end = run.index + run[0].length
  }
  if (end < node.data.length) sink.space = true
}

/** A style sheet may keep line breaks that the markup does not name; asked only where there is one to keep. */
function styledToKeepBreaks(node: Text): boolean {
  if (!/\S[^\S\n]*\n[^\S\n]*\S/.test(node.data)) return false
  const parent = node.parentElement
  const view = node.ownerDocument.defaultView
  return parent !== null && view !== null && /pre|break-spaces/.test(view.getComputedStyle(parent).whiteSpace)
}

function writeText(sink: Sink, node: Text, preserved: boolean): void {
  if (!preserved && !styledToKeepBreaks(node)) writeCollapsed(sink, node)
  else if (node.data.length > 0) writePiece(sink, node, 0, node.data.length)
}

function preserves(element: Element): boolean {
  if (element.tagName === 'PRE') return true
  return PRESERVED_CLASS.test(element.getAttribute('class') ?? '') || PRESERVED_STYLE.test(element.getAttribute('style') ?? '')
}

/** A live region beside the words repeats them for screen readers; one around the words is the body itself. */
function repeatsForScreenReaders(element: Element): boolean {
  if (OFF_SCREEN.test(element.getAttribute('style') ?? '')) return true
  const style = element.ownerDocument.defaultView?.getComputedStyle(element)
  if (style === undefined) return false
  if (style.position === 'absolute' && (style.width === '1px' || style.clip !== 'auto' || style.clipPath !== 'none')) return true
  // Its words stand out of sight, each by a style of its own: the region around them has no height.
  return style.display !== 'contents' && style.display !== 'inline' && element.getBoundingClientRect().height <= 1 && Boolean(element.textContent?.trim())
}

/** What holds a code block and its bar holds little else; an answer with thousands of buttons is not searched for each of them. */
const MOST_BESIDE_CODE = 24

/** The bar above a code block (language, copy button) belongs to the block as the page shows it, and is marked as code. */
function isCodeBar(button: Element): boolean {
  let at: Element | null = button
  for (let level = 0; at && level < 6; level += 1, at = composedParent(at)) {
    if (at.childElementCount > MOST_BESIDE_CODE) return at.matches(CODE_BLOCK)
    const block = at.matches(CODE_BLOCK) ? at : at.querySelector(CODE_BLOCK)
    if (block) return at === block || (at.textContent?.length ?? 0) - (block.textContent?.length ?? 0) < 80
  }
  return false
}

function isInCodeBar(element: Element): boolean {
  const button = element.getAttribute('aria-hidden') === 'true' ? element.closest(BUTTON) : null
  return button !== null && button !== element && isCodeBar(button)
}

/** Not what the speaker said, wherever it stands: hidden twins, scripts, controls. */
export function isChrome(element: Element): boolean {
  if (element.matches(CHROME)) return true
  if (element.matches(HIDDEN)) return !isInCodeBar(element)
  if (element.matches(BUTTON)) return (element.textContent?.length ?? 0) <= LONGEST_LABEL && !isCodeBar(element)
  return element.matches(LIVE) && repeatsForScreenReaders(element)
}

function kindOf(element: Element): Mark['kind'] | null {
  if (element.matches(CODE)) return 'code'
  return element.matches(QUOTE) ? 'quote' : null
}

function enter(sink: Sink, element: Element): void {
  const { tagName } = element
  if (tagName === 'BR') sink.newlines = Math.max(sink.newlines, sink.tail) + 1
  else if (PARAGRAPHS.has(tagName)) owe(sink, 2)
  else if (LINES.has(tagName)) owe(sink, 1)
  else if (tagName === 'TD' || tagName === 'TH' || tagName === 'annotation') sink.space = true
}

function leave(sink: Sink, element: Element): void {
  if (PARAGRAPHS.has(element.tagName)) owe(sink, 2)
  else if (LINES.has(element.tagName)) owe(sink, 1)
}

function mark(sink: Sink, kind: Mark['kind'], firstPiece: number): void {
  const start = sink.pieces[firstPiece]?.start
  if (start === undefined) return
  // What closed inside this element stands last; of one kind, the outer mark covers the inner.
  let inside = sink.marks.length
  while (inside > 0 && sink.marks[inside - 1]!.start >= start) inside -= 1
  const others = sink.marks.splice(inside).filter((other) => other.kind !== kind)
  sink.marks.push(...others, { kind, start, end: sink.length })
}

function childrenOf(element: Element): Node[] {
  if (element.shadowRoot) return [...element.shadowRoot.childNodes]
  if (element.tagName === 'SLOT') {
    const assigned = (element as HTMLSlotElement).assignedNodes({ flatten: true })
    if (assigned.length > 0) return assigned
  }
  return [...element.childNodes]
}

type Step = { node: Node; preserved: boolean } | { close: Element; kind: Mark['kind'] | null; firstPiece: number }

/**
 * The text of these elements in page order, as a reader of the page takes it in: white space collapsed,
 * a newline where a block or a `<br>` breaks the line, an empty line between paragraphs, a space between
 * table cells. Elements for which `skip` says so, and chrome, are left out. Reads only; walks with its own
 * stack, since a hostile page can nest deeper than ours.
 */
export function readText(bodies: readonly Element[], skip: (element: Element) => boolean): BodyText {
  const sink: Sink = { text: '', pieces: [], marks: [], chunks: [], length: 0, newlines: 0, space: false, tail: 0 }
  for (const body of bodies) {
    owe(sink, 2)
    walk(sink, body, skip)
  }
  return { text: sink.chunks.join(''), pieces: sink.pieces, marks: sink.marks.sort((a, b) => a.start - b.start) }
}

function walk(sink: Sink, body: Element, skip: (element: Element) => boolean): void {
  if (body.matches('script,style,template')) return
  const stack: Step[] = []
  open(sink, stack, body, styledBefore(body))
  for (let step = stack.pop(); step; step = stack.pop()) {
    if ('close' in step) {
      leave(sink, step.close)
      if (step.kind) mark(sink, step.kind, step.firstPiece)
    } else if (step.node.nodeType === 3) {
      writeText(sink, step.node as Text, step.preserved)
    } else if (isElement(step.node)) {
      const element = step.node
      if (!skip(element) && !isChrome(element)) open(sink, stack, element, step.preserved)
    }
  }
}

function styledBefore(body: Element): boolean {
  return composedParent(body)?.closest('pre') != null
}

function open(sink: Sink, stack: Step[], element: Element, preserved: boolean): void {
  enter(sink, element)
  stack.push({ close: element, kind: kindOf(element), firstPiece: sink.pieces.length })
  const inside = preserved || preserves(element)
  for (const node of childrenOf(element).reverse()) stack.push({ node, preserved: inside })
}
