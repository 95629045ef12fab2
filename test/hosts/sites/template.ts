import type { SiteDefinition } from '../../../src/sites/site'

/** One kind of turn: markup with `{id}` for the message's id, and where in it the text goes. */
export interface TurnMarkup {
  html: string
  /** CSS selector inside the turn. */
  body: string
}

/** A site's page, as markup. Classes beginning with `host-` are only for the looks. */
export interface Template {
  host: string
  brand: string
  composerKind: NonNullable<SiteDefinition['composerKind']>
  chatPath(id: string): string
  newChatPath: string
  /** Everything of the page but the sidebar: holds the list, the composer and the send button. */
  main: string
  list: string
  scroller: string
  composer: string
  /** The send button; while an answer streams, `stop` stands in its place. */
  send: { selector: string; html: string }
  stop: { selector: string; html: string }
  /** On some sites the send button exists only while there is text. */
  sendOnlyWithText: boolean
  user: TurnMarkup & { edit: string }
  assistant: TurnMarkup & { regenerate: string }
  /** The visible reasoning: put before `before` (a selector in the assistant turn) when the first of it arrives. */
  trace: TurnMarkup & { before: string; /** What the page puts in when the reasoning has ended. */ done?: { label: string; text: string } }
  /** Marks the turn as (no longer) streaming, as the site does. */
  mark(turn: Element, streaming: boolean): void
  paragraph: string
  /** Markup of a code block with `{lang}`; the code goes into its `code` or `pre` element. */
  code: string
  /** Off-screen turns are unmounted. */
  windowed: boolean
  /** When an answer is complete its turn is rendered anew under its final id. */
  rerendersAtEnd: boolean
  /** What takes the place of an answer the site withdraws. */
  apology: string
}

/** An element from markup; ids are ours, so no page text ever comes in this way. */
export function fromMarkup(html: string, id = ''): Element {
  const holder = document.createElement('template')
  holder.innerHTML = html.trim().replaceAll('{id}', id)
  return holder.content.firstElementChild!
}

/** Everything a site's page leaves to a simple `nav`, a `host-` class or nothing at all. */
export const plain = {
  paragraph: '<p></p>',
  code: '<pre><code class="language-{lang}"></code></pre>',
  windowed: false,
  rerendersAtEnd: false,
  sendOnlyWithText: false,
  apology: 'Sorry, I cannot talk about that. Let us talk about something else.',
}
