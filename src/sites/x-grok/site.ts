import type { SiteDefinition } from '../site'

export const xGrok: SiteDefinition = {
  id: 'x-grok',
  label: 'Grok on X',
  matches: ['https://x.com/i/grok*'],
  conversationId: '[?&]conversation=(\\d+)',
  newChatUrl: 'https://x.com/i/grok',
  verified: { on: '2026-11-22', by: 'facts' },
  selectors: {
    // No attribute tells who speaks: read by guessing until somebody saves a page.
    userTurn: '[data-testid="user-message"]',
    assistantTurn: '[data-testid="assistant-message"]',
    composer: 'textarea',
  },
  composerKind: 'textarea',
}
