import type { SiteDefinition } from '../site'

export const nextchat: SiteDefinition = {
  id: 'nextchat',
  label: 'NextChat',
  matches: [],
  recognise: ['textarea#chat-input', '[class*="chat-message-item"]'],
  newChatUrl: '/#/new-chat',
  verified: { on: '2025-07-23', by: 'facts' },
  selectors: {
    // Class names are those of CSS modules: the prefix depends on the build.
    userTurn: '[class*="chat-message-user"]:not([class*="chat-message-container"])',
    assistantTurn: '[class*="chat-message_"]:not([class*="chat-message-user"]), [class*="chat_chat-message__"]:not([class*="chat-message-user"]), .chat-message:not(.chat-message-user)',
    userBody: '[class*="chat-message-item"] .markdown-body',
    answerBody: '[class*="chat-message-item"] .markdown-body',
    streaming: '[class*="chat-message-status"]',
    modelLabel: '[class*="chat-model-name"]',
    composer: 'textarea#chat-input',
    sendButton: '[class*="chat-input-send"]',
  },
  idAttributes: ['[id^="message-"]@id'],
  composerKind: 'textarea',
}
