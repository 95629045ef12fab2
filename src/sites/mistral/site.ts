import type { SiteDefinition } from '../site'

export const mistral: SiteDefinition = {
  id: 'mistral',
  label: 'Le Chat',
  matches: ['https://chat.mistral.ai/*'],
  conversationId: '/chat/([0-9a-f-]{36})',
  newChatUrl: 'https://chat.mistral.ai/chat',
  verified: { on: '2026-05-21', by: 'page' },
  selectors: {
    userTurn: '[data-message-author-role="user"]',
    assistantTurn: '[data-message-author-role="assistant"]',
    userBody: '.select-text',
    answerBody: '[data-message-part-type="answer"]',
    trace: ['[data-message-part-type="reasoning"]'],
    composer: ['.ProseMirror[contenteditable="true"]', 'textarea[name="message.text"]'],
    sendButton: 'button[type="submit"]',
  },
  idAttributes: ['data-message-id'],
  composerKind: 'prosemirror',
}
