import type { SiteDefinition } from '../site'

export const gemini: SiteDefinition = {
  id: 'gemini',
  label: 'Gemini',
  matches: ['https://gemini.google.com/*'],
  conversationId: '/(?:app|gem/[^/]+|share)/([0-9a-f]{8,})',
  newChatUrl: 'https://gemini.google.com/app',
  verified: { on: '2026-07-29', by: 'page' },
  selectors: {
    userTurn: 'user-query',
    // Share pages have no model-response.
    assistantTurn: ['model-response', 'response-container'],
    userBody: ['.query-text', '.query-text-line'],
    answerBody: ['message-content .markdown', '.markdown-main-panel'],
    trace: 'model-thoughts',
    exclude: ['.screen-reader-model-response-label', 'source-footnote', 'sources-carousel-inline', 'model-thoughts'],
    streaming: '.markdown[aria-busy="true"]',
    stopButton: ['button.send-button.stop', 'mat-icon[fonticon="stop"]'],
    modelLabel: '[data-test-id="bard-mode-menu-button"]',
    title: '[data-test-id="conversation"] a[aria-current="page"] .title-text',
    composer: 'rich-textarea .ql-editor[contenteditable="true"]',
    sendButton: 'button.send-button',
    newChat: '[data-test-id="new-chat-button"]',
  },
  idAttributes: ['[id^="model-response-message-content"]@id', '.conversation-container@id'],
  composerKind: 'quill',
  traceSummarised: true,
}
