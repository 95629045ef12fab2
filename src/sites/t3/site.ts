import type { SiteDefinition } from '../site'

export const t3: SiteDefinition = {
  id: 't3',
  label: 'T3 Chat',
  matches: ['https://t3.chat/*', 'https://beta.t3.chat/*'],
  conversationId: '/chat/([0-9a-f-]{36})',
  newChatUrl: 'https://t3.chat/',
  verified: { on: '2026-07-10', by: 'facts' },
  selectors: {
    userTurn: '[aria-label="Your message"]',
    assistantTurn: '[aria-label="Assistant message"]',
    composer: 'textarea#chat-input',
    sendButton: 'button[type="submit"]',
  },
  idAttributes: ['data-message-id'],
  composerKind: 'textarea',
}
