import type { SiteDefinition } from '../site'

export const phind: SiteDefinition = {
  id: 'phind',
  label: 'Phind',
  matches: ['https://www.phind.com/*', 'https://phind.com/*'],
  conversationId: '(?:/search/|cache=)([^&/?]+)',
  newChatUrl: 'https://www.phind.com/',
  verified: { on: '2026-11-22', by: 'facts' },
  selectors: {
    // The service is winding down; the only source is of 2025, where a section held question and answer.
    userTurn: '[name^="answer-"] > :first-child',
    assistantTurn: '[name^="answer-"] > :nth-child(2)',
    composer: 'textarea',
  },
  composerKind: 'textarea',
}
