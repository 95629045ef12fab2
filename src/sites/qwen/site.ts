import type { SiteDefinition } from '../site'

export const qwen: SiteDefinition = {
  id: 'qwen',
  label: 'Qwen Chat',
  matches: ['https://chat.qwen.ai/*'],
  conversationId: '/(?:c|s)/([0-9a-f-]{36})',
  newChatUrl: 'https://chat.qwen.ai/',
  verified: { on: '2026-10-01', by: 'page' },
  selectors: {
    userTurn: '.qwen-chat-message-user',
    assistantTurn: '.qwen-chat-message-assistant',
    userBody: '.user-message-content',
    answerBody: ['.phase-answer .qwen-markdown', '.qwen-markdown', '.custom-qwen-markdown'],
    trace: '.qwen-chat-status-card, [class*="qwen-chat-thinking"]',
    exclude: '.qwen-chat-status-card, [class*="qwen-chat-thinking"]',
    streaming: '.response-loading',
    stopButton: 'button.stop-button',
    composer: ['textarea.message-input-textarea', 'textarea:not(.inputarea)'],
    sendButton: ['button.send-button', '.omni-button-content-btn'],
  },
  idAttributes: ['[id^="qwen-chat-message-"]@id'],
  composerKind: 'textarea',
}
