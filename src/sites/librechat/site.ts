import type { SiteDefinition } from '../site'

export const librechat: SiteDefinition = {
  id: 'librechat',
  label: 'LibreChat',
  matches: [],
  recognise: ['.message-render', '.user-turn, .agent-turn'],
  conversationId: '/c/([0-9a-f-]{36})',
  newChatUrl: '/c/new',
  verified: { on: '2026-11-22', by: 'source' },
  selectors: {
    userTurn: '.message-render:has(.user-turn)',
    assistantTurn: '.message-render:has(.agent-turn)',
    userBody: ['.message-content', '[data-testid="message-body"]', '.user-turn .flex-col'],
    answerBody: ['.message-content', '[data-testid="message-body"]'],
    trace: ['[class*="group/reasoning"]', '[class*="group/thinking-container"]', '.thinking-content'],
    stopButton: ['[data-testid="stop-button"]', 'button[aria-label="Stop generating"]'],
    modelLabel: ['[data-testid="model-selector-button"]', '#model-selector button', 'button[aria-label^="Select a model"]'],
    composer: ['#prompt-textarea', '[data-testid="text-input"]'],
    sendButton: '[data-testid="send-button"]',
    newChat: '[data-testid="nav-new-chat-button"]',
  },
  idAttributes: ['.message-render@id'],
  composerKind: 'textarea',
}
