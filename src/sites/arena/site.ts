import type { SiteDefinition } from '../site'

export const arena: SiteDefinition = {
  id: 'arena',
  label: 'Arena',
  matches: ['https://arena.ai/*', 'https://lmarena.ai/*', 'https://*.lmarena.ai/*'],
  conversationId: '/c/([0-9a-f-]{36})',
  newChatUrl: 'https://arena.ai/?mode=direct',
  verified: { on: '2026-08-07', by: 'facts' },
  selectors: {
    // Two cards a question in battle and side by side: each is a turn of its own.
    userTurn: ['.bg-surface-raised .prose', '.self-end .prose'],
    assistantTurn: 'div.rounded-xl .prose:not(.bg-surface-raised .prose, .self-end .prose)',
    composer: 'textarea[name="message"]',
    sendButton: 'button[aria-label="Send message"]',
  },
  composerKind: 'textarea',
}
