import type { SiteDefinition } from '../site'

export const kimi: SiteDefinition = {
  id: 'kimi',
  label: 'Kimi',
  matches: [
    'https://www.kimi.com/*',
    'https://kimi.com/*',
    'https://kimi.ai/*',
    'https://www.kimi.ai/*',
    'https://kimi.moonshot.cn/*',
  ],
  conversationId: '/(?:chat|share)/([a-z0-9-]{16,})',
  newChatUrl: 'https://www.kimi.com/',
  verified: { on: '2026-10-01', by: 'page' },
  selectors: {
    // Share pages only have segments.
    userTurn: ['.chat-content-item-user', '.segment-user'],
    assistantTurn: ['.chat-content-item-assistant', '.segment-assistant'],
    userBody: '.user-content',
    answerBody: ['.toolcall-rollup__tail .markdown', '.markdown:not(.thinking-container .markdown, .toolcall-container .markdown)'],
    trace: '.thinking-container',
    stopButton: '.send-button-container.stop',
    modelLabel: ['[data-testid="model-select-trigger"]', '.current-model'],
    composer: '.chat-input-editor[data-lexical-editor="true"]',
    sendButton: '.send-button-container',
  },
  idAttributes: ['data-archer-id'],
  composerKind: 'lexical',
}
