import { followConversation, isProvisional, type Followed } from '../core/captures/id'
import type { Turn } from '../core/model'
import type { Reading } from '../sites/site'

/** What was seen of a page before: the conversation and every turn remembered of it. */
export interface Before {
  followed: Followed
  reading: Pick<Reading, 'url'>
  turns: readonly Turn[]
}

/**
 * Which conversation a reading shows. Where the address names none, the first question does; but a virtual list takes
 * that one off the page, and shows earlier ones, as it is scrolled. So a page that still shows something of what is
 * remembered, under the same address, still shows the same conversation.
 */
export function follow(before: Before | null, reading: Reading): Followed {
  const stays = before !== null && before.reading.url === reading.url && isProvisional(before.followed.id) && sharesAnswer(before.turns, reading.turns)
  return stays ? before.followed : followConversation(before?.followed ?? null, reading)
}

function sharesAnswer(known: readonly Turn[], shown: readonly Turn[]): boolean {
  const answers = new Set(known.filter(isAnswer).map(({ answer }) => answer))
  return shown.some((turn) => isAnswer(turn) && answers.has(turn.answer))
}

function isAnswer({ role, answer }: Turn): boolean {
  return role === 'assistant' && answer !== ''
}
