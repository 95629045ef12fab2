import type { SiteDefinition } from '../site'

export const minimax: SiteDefinition = {
  id: 'minimax',
  label: 'MiniMax',
  matches: [
    'https://chat.minimax.io/*',
    'https://agent.minimax.io/*',
    'https://chat.minimaxi.com/*',
    'https://agent.minimaxi.com/*',
  ],
  conversationId: '[?&]id=(\\d+)',
  newChatUrl: 'https://agent.minimax.io/',
  verified: { on: '2026-11-22', by: 'facts' },
  selectors: {
    // No source names its turns: read by guessing until somebody saves a page.
    userTurn: '[data-role="user"]',
    assistantTurn: '[data-role="assistant"]',
    composer: '[contenteditable="true"]',
  },
  composerKind: 'contenteditable',
}
