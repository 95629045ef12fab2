import type { SiteDefinition } from '../site'

export const grok: SiteDefinition = {
  id: 'grok',
  label: 'Grok',
  matches: ['https://grok.com/*'],
  conversationId: '/(?:c|chat|share)/([0-9A-Za-z_-]{10,})',
  newChatUrl: 'https://grok.com/',
  verified: { on: '2026-10-01', by: 'page' },
  selectors: {
    // Two generations: test ids since 2026-07, sides of the row before.
    userTurn: ['[data-testid="user-message"]', '[id^="response-"].items-end'],
    assistantTurn: ['[data-testid="assistant-message"]', '[id^="response-"].items-start'],
    userBody: ['.response-content-markdown', '.message-bubble', '[data-testid="user-message"]'],
    answerBody: ['.response-content-markdown', '.message-bubble', '[data-testid="assistant-message"]'],
    trace: '.thinking-container',
    stopButton: 'button[aria-label*="Stop"]',
    modelLabel: ['#model-select-trigger', 'button[aria-label="Model select"]'],
    composer: ['.query-bar .tiptap.ProseMirror', 'div.tiptap.ProseMirror', '[aria-label="Ask Grok anything"]', 'form textarea'],
    sendButton: ['button[aria-label="Submit"]', '[data-testid="chat-submit"]'],
    newChat: '[data-testid="new-chat"]',
  },
  idAttributes: ['[id^="response-"]@id'],
  composerKind: 'prosemirror',
}
