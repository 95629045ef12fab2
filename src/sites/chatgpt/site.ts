import type { SiteDefinition } from '../site'

export const chatgpt: SiteDefinition = {
  id: 'chatgpt',
  label: 'ChatGPT',
  matches: ['https://chatgpt.com/*', 'https://chat.openai.com/*'],
  conversationId: '/(?:c|share)/([0-9a-f-]{20,})',
  newChatUrl: 'https://chatgpt.com/',
  verified: { on: '2026-07-28', by: 'page' },
  selectors: {
    userTurn: ['[data-message-author-role="user"]', '[data-turn="user"]'],
    assistantTurn: ['[data-message-author-role="assistant"]', '[data-turn="assistant"]'],
    userBody: ['.whitespace-pre-wrap', '.user-message-bubble-color'],
    answerBody: '.markdown',
    exclude: '[data-testid="webpage-citation-pill"]',
    streaming: '.result-streaming',
    stopButton: '[data-testid="stop-button"]',
    modelLabel: ['[data-message-model-slug]@data-message-model-slug', '[data-testid="model-switcher-dropdown-button"]'],
    composer: ['#prompt-textarea', 'textarea[name="prompt-textarea"]'],
    sendButton: ['[data-testid="send-button"]', '#composer-submit-button'],
    newChat: '[data-testid="create-new-chat-button"]',
  },
  idAttributes: ['data-message-id', 'data-turn-id'],
  composerKind: 'prosemirror',
}
