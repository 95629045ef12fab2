import type { ThreadMessage, ThreadMessageLike } from '@assistant-ui/react'

const key = 'assistant-ui-host'

/** The conversation before the reload, with the ids it had. */
export function recall(): ThreadMessageLike[] {
  return JSON.parse(sessionStorage.getItem(key) ?? '[]') as ThreadMessageLike[]
}

/** Keeps the conversation for the next load of this tab. */
export function remember(messages: readonly ThreadMessage[]): void {
  const plain = messages.map(({ id, role, content }) => ({ id, role, content }))
  sessionStorage.setItem(key, JSON.stringify(plain))
}
