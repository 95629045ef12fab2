import type { SiteDefinition } from '../site'

export const you: SiteDefinition = {
  id: 'you',
  label: 'You.com',
  matches: ['https://you.com/*'],
  conversationId: '[?&]cid=([^&]+)',
  newChatUrl: 'https://you.com/?chatMode=default',
  verified: { on: '2026-11-22', by: 'facts' },
  selectors: {
    // No fresh source: read by guessing until somebody saves a page.
    userTurn: '[data-testid="youchat-question"]',
    assistantTurn: '[data-testid="youchat-answer"]',
    composer: 'textarea',
  },
  composerKind: 'textarea',
}
