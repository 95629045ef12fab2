import type { SiteDefinition } from '../site'

export const lumo: SiteDefinition = {
  id: 'lumo',
  label: 'Lumo',
  matches: ['https://lumo.proton.me/*'],
  conversationId: '/c/([^/?#]+)',
  newChatUrl: 'https://lumo.proton.me/',
  verified: { on: '2026-07-31', by: 'page' },
  selectors: {
    userTurn: ['[data-message-role="user"]', '.user-msg'],
    assistantTurn: ['[data-message-role="assistant"]', '.assistant-msg-container'],
    userBody: ['.lumo-markdown', '.user-msg-container', '.markdown-rendering'],
    answerBody: ['.progressive-markdown-content', '.lumo-markdown', '.markdown-rendering'],
    composer: '.composer .tiptap',
  },
  composerKind: 'prosemirror',
}
