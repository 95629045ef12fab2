import type { SiteDefinition } from '../site'

export const lobechat: SiteDefinition = {
  id: 'lobechat',
  label: 'LobeChat',
  matches: ['https://app.lobehub.com/*', 'https://lobechat.com/*'],
  conversationId: '/agent/([^/?#]+)',
  verified: { on: '2026-11-22', by: 'source' },
  selectors: {
    // The role is not in an attribute: the side of the row tells. Ids begin with tmp_ until the server gives one.
    userTurn: '.message-wrapper[style*="padding-inline-start: 36px"]',
    assistantTurn: '.message-wrapper:not([style*="padding-inline-start: 36px"])',
    userBody: '.message-body',
    answerBody: ['.message-body [data-code-type="markdown"]', '.message-body article', '.message-body'],
    composer: '[data-testid="chat-input"] [contenteditable="true"]',
  },
  idAttributes: ['data-message-id'],
  composerKind: 'lexical',
}
