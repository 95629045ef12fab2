import type { SiteDefinition } from '../site'

export const zai: SiteDefinition = {
  id: 'zai',
  label: 'Z.ai',
  matches: ['https://chat.z.ai/*'],
  conversationId: '/(?:c|s)/([0-9a-f-]{36})',
  newChatUrl: 'https://chat.z.ai/',
  verified: { on: '2026-07-04', by: 'page' },
  selectors: {
    userTurn: ['.chat-user', '.user-message[id^="message-"]'],
    assistantTurn: '.chat-assistant',
    answerBody: ['#response-content-container .markdown-prose', '#response-content-container'],
    trace: '.thinking-chain-container, .thinking-block',
    streaming: '#response-content-container .dot',
    stopButton: 'button[aria-label="Stop generating"]',
    modelLabel: '[id^="model-selector"]',
    composer: 'textarea#chat-input',
    sendButton: '#send-message-button',
    newChat: '#sidebar-new-chat-button',
  },
  idAttributes: ['[id^="message-"]:not([id$="-start"])@id'],
  composerKind: 'textarea',
}
