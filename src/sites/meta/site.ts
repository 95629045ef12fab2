import type { SiteDefinition } from '../site'

export const meta: SiteDefinition = {
  id: 'meta',
  label: 'Meta AI',
  matches: ['https://www.meta.ai/*', 'https://meta.ai/*'],
  conversationId: '/(?:prompt|c)/([0-9a-f-]{20,})',
  newChatUrl: 'https://www.meta.ai/',
  verified: { on: '2026-05-21', by: 'page' },
  selectors: {
    userTurn: ['[data-message-type="user"]', '[data-message-id$="_user"]'],
    assistantTurn: ['[data-testid="assistant-message"]', '[data-message-id$="_assistant"]'],
    userBody: ['.text-response', '.whitespace-pre-wrap'],
    answerBody: '.markdown-content',
    streaming: '[data-streaming-state="STREAMING"]',
    stopButton: '[data-testid="composer-stop-button"]',
    composer: ['textarea', '[contenteditable="true"]'],
  },
  idAttributes: ['data-message-id'],
  composerKind: 'contenteditable',
}
