import type { Conversation, Turn } from '../model'
import type { Message, UnsealedCapture } from './capture'
import { fingerprint } from './fingerprint'

type Identifiable = Pick<Conversation, 'site' | 'url' | 'conversationId'> & {
  turns: readonly Pick<Turn, 'role' | 'answer'>[]
}

const LONGEST_PLAIN_ID = 120

/**
 * The id a conversation is kept under: `site:host:conversation`, the same on every reading. Before its site
 * has given it an id (a new chat, a temporary chat, a page that has none) it is provisional:
 * `site:host:~path:fingerprint of the first question`.
 */
export function captureId(conversation: Identifiable): string {
  const { host, pathname, hash } = new URL(conversation.url)
  const place = `${conversation.site}:${host}`
  if (conversation.conversationId) return `${place}:${plain(conversation.conversationId)}`
  const route = pathname + (isRoute.test(hash) ? hash : '')
  return `${place}:~${plain(route)}:${fingerprint(openingOf(conversation.turns))}`
}

/** Programs without a server keep their route behind the `#`; anything else there is a place in the page. */
const isRoute = /^#!?\//

export function isProvisional(id: string): boolean {
  return id.includes(':~')
}

/** The conversation a page shows, remembered from one reading to the next. */
export interface Followed {
  id: string
  /** Provisional ids it had before, oldest first. */
  aliases: string[]
  opening: string
}

/**
 * Follows a conversation through the change of address after its first message: a provisional id whose
 * opening question is unchanged becomes an alias of the new id; anything else is another conversation.
 */
export function followConversation(before: Followed | null, conversation: Identifiable): Followed {
  const id = captureId(conversation)
  const opening = fingerprint(openingOf(conversation.turns))
  const same = before !== null && (before.id === id || (isProvisional(before.id) && before.opening === opening))
  if (!same) return { id, aliases: [], opening }
  const aliases = before.id === id ? before.aliases : [...before.aliases, before.id]
  return { id, aliases, opening }
}

/**
 * Whether `later` is `earlier` gone on: each message of the shorter is, in order, there in the longer, in
 * whole or as far as it had come. To be asked before a capture with a provisional id is merged into
 * another, because two chats may open with the same question.
 */
export function continues(earlier: UnsealedCapture, later: UnsealedCapture): boolean {
  const now = later.messages.filter(isCurrent)
  let at = 0
  // Turns that a virtual list had not shown yet may stand before and between those that were seen.
  return earlier.messages.filter(isCurrent).every((message) => {
    while (at < now.length && !isLater(now[at]!, message)) at++
    return at++ < now.length
  })
}

function isLater(there: Message, message: Message): boolean {
  return there.role === message.role && oneExtends(there.content, message.content)
}

/** Not an earlier version of another message. */
export function isCurrent(message: Message): boolean {
  return message.versionOf === undefined
}

export function oneExtends(a: string, b: string): boolean {
  return a.length < b.length ? b.startsWith(a) : a.startsWith(b)
}

function openingOf(turns: Identifiable['turns']): string {
  const asked = turns.find((turn) => turn.role === 'user') ?? turns[0]
  return asked?.answer.trim() ?? ''
}

function plain(text: string): string {
  return /^[\w./-]*$/.test(text) && text.length <= LONGEST_PLAIN_ID ? text : fingerprint(text)
}
