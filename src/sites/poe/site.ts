import type { SiteDefinition } from '../site'

export const poe: SiteDefinition = {
  id: 'poe',
  label: 'Poe',
  matches: ['https://poe.com/*'],
  conversationId: '/(?:chat|s)/([A-Za-z0-9]+)',
  newChatUrl: 'https://poe.com/',
  verified: { on: '2026-07-17', by: 'facts' },
  selectors: {
    userTurn: '[class*="Message_humanMessageBubble"], [class*="Message_rightSideMessageBubble"]',
    assistantTurn: '[class*="Message_botMessageBubble"], [class*="Message_leftSideMessageBubble"]',
    userBody: '[class*="Markdown_markdownContainer"]',
    answerBody: '[class*="Markdown_markdownContainer"]',
    composer: ['textarea[class*="TextArea"]', 'textarea'],
    sendButton: 'button[class*="ChatMessageSendButton_sendButton"]',
  },
  idAttributes: ['[id^="message-"]@id'],
  composerKind: 'textarea',
}
