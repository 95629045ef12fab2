import type { Flag, FlagKind } from '../core/flags'
import type { Piece, ReadTurn } from '../sites/site'

const kinds: readonly FlagKind[] = ['conflict', 'claim', 'artefact', 'boilerplate', 'custom']

/** Half-transparent, so that they hold on light and on dark pages; the underline serves those who cannot tell the colours. */
const styles: Record<FlagKind, string> = {
  conflict: 'background-color: rgb(255 77 79 / .32); text-decoration: underline 2px solid rgb(217 31 38)',
  claim: 'background-color: rgb(250 173 20 / .30); text-decoration: underline 2px dashed rgb(190 120 0)',
  artefact: 'background-color: rgb(146 84 222 / .28); text-decoration: underline 2px dotted rgb(120 60 200)',
  boilerplate: 'background-color: rgb(120 130 150 / .26); text-decoration: underline 1px dotted rgb(110 120 140)',
  custom: 'background-color: rgb(22 160 133 / .28); text-decoration: underline 2px solid rgb(15 130 108)',
}

/** One text node with thousands of ranges takes seconds to paint in Firefox. */
const MOST_PER_TURN = 500

export interface Painter {
  paint(turnId: string, turn: ReadTurn, flags: readonly Flag[]): void
  /** Whether this element is the one the turn was painted on: a page may have put another in its place. */
  isPaintedOn(turnId: string, element: Element): boolean
  erase(turnId: string): void
  /** Erases every turn but these: the others have left the page, or go by another name now. */
  eraseBut(turnIds: ReadonlySet<string>): void
}

/**
 * Paints flags by CSS Custom Highlights: no element of the page is touched. The registry is shared with the
 * page, so names are drawn at random for each load and say nothing of us.
 */
export function openPainter(signal: AbortSignal): Painter {
  const names = Object.fromEntries(kinds.map((kind) => [kind, randomName()])) as Record<FlagKind, string>
  const highlights = Object.fromEntries(kinds.map((kind) => [kind, new Highlight()])) as Record<FlagKind, Highlight>
  const painted = new Map<string, { element: Element; ranges: { kind: FlagKind; range: AbstractRange }[] }>()
  const styled = new WeakSet<Document | ShadowRoot>()
  const sheet = sheetFor(names)

  const erase = (turnId: string) => {
    for (const { kind, range } of painted.get(turnId)?.ranges ?? []) highlights[kind].delete(range)
    painted.delete(turnId)
  }
  signal.addEventListener('abort', () => {
    for (const kind of kinds) CSS.highlights.delete(names[kind])
  })
  return {
    erase,
    isPaintedOn: (turnId, element) => painted.get(turnId)?.element === element,
    eraseBut(turnIds) {
      for (const turnId of painted.keys()) if (!turnIds.has(turnId)) erase(turnId)
    },
    paint(turnId, turn, flags) {
      erase(turnId)
      if (flags.length > 0) dress(turn.element.getRootNode(), sheet, styled)
      const ranges = flags.slice(0, MOST_PER_TURN).flatMap((flag) => rangesOf(turn, flag))
      for (const { kind, range } of ranges) highlights[kind].add(range)
      // The page can delete what it finds in the registry; putting it back costs nothing.
      for (const { kind } of ranges) CSS.highlights.set(names[kind], highlights[kind])
      painted.set(turnId, { element: turn.element, ranges })
    },
  }
}

function rangesOf(turn: ReadTurn, flag: Flag): { kind: FlagKind; range: AbstractRange }[] {
  const pieces = turn.pieces[flag.where]
  const first = pieceAt(pieces, flag.start)
  const last = pieceAt(pieces, flag.end - 1)
  if (!first || !last || !first.node.isConnected || !last.node.isConnected) return []
  const range = new StaticRange({
    startContainer: first.node,
    startOffset: offsetIn(first, flag.start),
    endContainer: last.node,
    endOffset: offsetIn(last, flag.end),
  })
  return [{ kind: flag.kind, range }]
}

function offsetIn(piece: Piece, index: number): number {
  const inside = Math.max(0, Math.min(index - piece.start, piece.length))
  return Math.min(piece.offset + inside, piece.node.length)
}

/** The piece that shows the character at `index`, or the next one after it (separators are shown by no node). */
export function pieceAt(pieces: readonly Piece[], index: number): Piece | undefined {
  let low = 0
  let high = pieces.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    const piece = pieces[middle]
    if (piece && piece.start + piece.length <= index) low = middle + 1
    else high = middle
  }
  return pieces[low]
}

function dress(root: Node, sheet: CSSStyleSheet, styled: WeakSet<Document | ShadowRoot>): void {
  if (!(root instanceof Document || root instanceof ShadowRoot) || styled.has(root)) return
  styled.add(root)
  root.adoptedStyleSheets.push(sheet)
}

function sheetFor(names: Record<FlagKind, string>): CSSStyleSheet {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(kinds.map((kind) => `::highlight(${names[kind]}) { ${styles[kind]} }`).join('\n'))
  return sheet
}

function randomName(): string {
  const bytes = crypto.getRandomValues(new Uint32Array(2))
  return `h${[...bytes].map((word) => word.toString(36)).join('')}`
}
