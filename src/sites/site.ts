import type { Conversation, Health, Part, Turn } from '../core/model'

/** A CSS selector, or several in order of preference: the first that matches anything wins. */
export type Selector = string | readonly string[]

/**
 * A chat UI we can read, as data: built-in sites and those a person teaches have the same shape.
 * Selectors are matched inside the document and every open shadow root.
 */
export interface SiteDefinition {
  /** Stable, kebab-case; kept in captures. */
  id: string
  label: string
  /** Extension match patterns. Empty: recognised by `recognise` alone (self-hosted programs). */
  matches: readonly string[]
  /** Only these paths are chat pages (regular expression source over the pathname). */
  paths?: string
  /** The page is this program, whatever its address, when all of these match somewhere in it. */
  recognise?: readonly string[]
  /** Regular expression source over pathname + search; group 1 is the conversation's id. */
  conversationId?: string
  newChatUrl?: string
  /** Where each fact comes from: `page` a real saved page, `source` the program's code, `facts` notes only. */
  verified: { on: string; by: 'page' | 'source' | 'facts' }
  /** Signals beyond turns and bodies that a page with a conversation shows when it still is the page we know. */
  required?: readonly Selector[]
  /** The program renders into shadow roots: look inside open ones too (costs a walk of the page). */
  shadow?: boolean
  selectors: {
    /** One element for each user message and for each assistant message. Required signals. */
    userTurn: Selector
    assistantTurn: Selector
    /** Inside or on a turn: what was said. All matches are joined. Absent: guessed from names. */
    userBody?: Selector
    answerBody?: Selector
    /** Inside a turn: the visible reasoning; never part of the answer. */
    trace?: Selector
    /** Inside a body: labels, toolbars, citations, hidden duplicates; read by nobody. All alternatives count. */
    exclude?: Selector
    /** Matches inside, on or around a turn: that answer is still coming. */
    streaming?: Selector
    /** Visible anywhere: the last answer is still coming. */
    stopButton?: Selector
    /** The label's text, or an attribute's value when written `selector@attribute`. */
    modelLabel?: Selector
    title?: Selector
    composer?: Selector
    sendButton?: Selector
    newChat?: Selector
  }
  /**
   * Where the site's own message id is, best first: `attribute` or `selector@attribute`, looked for on the turn,
   * then inside it, then around it.
   */
  idAttributes?: readonly string[]
  /** How the composer takes text; see issue G. */
  composerKind?: 'textarea' | 'input' | 'contenteditable' | 'prosemirror' | 'quill' | 'lexical' | 'slate'
  traceSummarised?: boolean
}

/** A stretch of a part's text and the text node it came from. */
export interface Piece {
  node: Text
  /** Offset in the part's text where this piece begins. */
  start: number
  /** Offset in `node.data` where this piece begins. */
  offset: number
  length: number
}

/** A turn with the way back to the page: where each part's characters are shown. */
export interface ReadTurn extends Turn {
  element: Element
  pieces: Record<Part, Piece[]>
}

/** What one read of a page gives. `turns` are in page order. */
export interface Reading extends Omit<Conversation, 'turns'> {
  turns: ReadTurn[]
  health: Health
}

/** A site bound to the page it reads. Keeps what it has read, so one instance serves one document. */
export interface Site {
  id: string
  label: string
  definition: SiteDefinition
  /**
   * Reads the page: pure DOM in, plain data out, no page writes. With `dirty`, turns whose element is not in
   * it are taken from the last read; new turns are always read.
   */
  read(document: Document, url: string, dirty?: ReadonlySet<Element>): Reading
  /** Reads one turn again; null when the element was not a turn of the last read or has left the page. */
  readTurn(element: Element): ReadTurn | null
  /** The turn element of the last read that holds this node, for marking it dirty. */
  turnOf(node: Node): Element | null
}
