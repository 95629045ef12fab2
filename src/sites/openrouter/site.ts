import type { SiteDefinition } from '../site'

export const openrouter: SiteDefinition = {
  id: 'openrouter',
  label: 'OpenRouter',
  matches: ['https://openrouter.ai/chat*'],
  conversationId: '[?&]room=([^&]+)',
  newChatUrl: 'https://openrouter.ai/chat',
  verified: { on: '2026-08-14', by: 'facts' },
  selectors: {
    userTurn: '[data-testid="user-message"]',
    assistantTurn: '[data-testid="assistant-message"]',
    composer: 'textarea[data-testid="composer-input"]',
    sendButton: 'button[data-testid="send-button"]',
  },
  composerKind: 'textarea',
}
