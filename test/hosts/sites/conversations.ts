import type { Role } from '../../../src/core/model'

export interface StoredTurn {
  id: string
  role: Role
  answer: string
  trace: string
  streaming: boolean
}

export interface StoredConversation {
  id: string
  title: string
  turns: StoredTurn[]
}

const key = 'host-conversations'

/** What a chat site's server would remember: kept in the profile, so that a reload shows the same turns again. */
export function loadConversations(): StoredConversation[] {
  const all = JSON.parse(localStorage.getItem(key) ?? '[]') as StoredConversation[]
  // What was streaming when the page went away never comes.
  for (const turn of all.flatMap(conversation => conversation.turns)) turn.streaming = false
  return all
}

export function saveConversations(all: readonly StoredConversation[]): void {
  localStorage.setItem(key, JSON.stringify(all))
}

export function newTurn(role: Role, text: string): StoredTurn {
  return { id: crypto.randomUUID(), role, answer: text, trace: '', streaming: role === 'assistant' }
}
