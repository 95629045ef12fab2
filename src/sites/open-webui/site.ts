import type { SiteDefinition } from '../site'

export const openWebui: SiteDefinition = {
  id: 'open-webui',
  label: 'Open WebUI',
  matches: [],
  recognise: ['.chat-user, .chat-assistant, #messages-container', '#chat-input, #messages-container, [id^="message-"]'],
  conversationId: '/(?:c|s)/([0-9a-f-]{36})',
  newChatUrl: '/',
  verified: { on: '2026-11-22', by: 'source' },
  selectors: {
    userTurn: ['.user-message', '.chat-user'],
    assistantTurn: '.chat-assistant',
    // The model's name stands beside .chat-assistant; a thought is a heading of its own inside the body.
    userBody: ['.chat-user [class*="rounded-3xl"]', '.chat-user'],
    answerBody: ['#response-content-container', '.chat-assistant'],
    trace: ['.space-y-1:has(.cursor-pointer)', '.thinking-block', '.thinking-chain-container'],
    exclude: ['.status-description'],
    modelLabel: ['[id^="model-selector"][id$="button"]', '#model-selector-0-button', '[id^="model-selector"]'],
    composer: ['#chat-input', 'textarea#chat-textarea'],
    sendButton: '#send-message-button',
    newChat: ['#sidebar-new-chat-button', '#new-chat-button'],
  },
  idAttributes: ['[id^="message-"]:not([id$="-start"])@id'],
  composerKind: 'textarea',
}
