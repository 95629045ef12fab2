import type { SiteDefinition } from '../site'

export const doubao: SiteDefinition = {
  id: 'doubao',
  label: 'Doubao',
  matches: ['https://www.doubao.com/*', 'https://www.dola.com/*'],
  conversationId: '/(?:chat|thread)/(\\w{6,})',
  newChatUrl: 'https://www.doubao.com/chat/',
  verified: { on: '2026-10-01', by: 'page' },
  selectors: {
    userTurn: '[data-testid="send_message"]',
    assistantTurn: '[data-testid="receive_message"]',
    userBody: '[data-testid="message_text_content"]',
    answerBody: ['[data-testid="message_text_content"]', '.flow-markdown-body'],
    trace: ['[data-testid="think_quota_block"]', '[data-testid="think_block_collapse"]'],
    exclude: '[data-testid="think_collapse_button"]',
    streaming: '[data-testid="message_text_content"][data-streaming="true"]',
    stopButton: '[class*="break-btn-"]',
    composer: ['textarea[data-testid="chat_input_input"]', 'textarea.semi-input-textarea'],
    sendButton: ['#flow-end-msg-send', '[data-testid="chat_input_send_button"]'],
    newChat: '[data-testid="create_conversation_button"]',
  },
  idAttributes: ['data-message-id'],
  composerKind: 'textarea',
}
