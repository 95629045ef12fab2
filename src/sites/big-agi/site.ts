import type { SiteDefinition } from '../site'

export const bigAgi: SiteDefinition = {
  id: 'big-agi',
  label: 'big-AGI',
  matches: [],
  recognise: ['[role="chat-messages-list"]'],
  verified: { on: '2026-11-22', by: 'source' },
  selectors: {
    // The role is only in the layout: rows of the person run backwards. Read by guessing.
    userTurn: '[role="chat-message"][data-role="user"]',
    assistantTurn: '[role="chat-message"][data-role="assistant"]',
    exclude: '[data-agi-no-copy]',
    composer: '[aria-label="New Message"] textarea',
  },
  composerKind: 'textarea',
}
