import type { SiteDefinition } from '../site'

export const deepseek: SiteDefinition = {
  id: 'deepseek',
  label: 'DeepSeek',
  matches: ['https://chat.deepseek.com/*'],
  conversationId: '/(?:a/chat/s|share)/([0-9a-z-]{10,})',
  newChatUrl: 'https://chat.deepseek.com/',
  verified: { on: '2026-05-21', by: 'page' },
  selectors: {
    userTurn: '.ds-message:not(:has(.ds-markdown, .ds-think-content, .ds-assistant-message-main-content))',
    assistantTurn: '.ds-message:has(.ds-markdown, .ds-think-content, .ds-assistant-message-main-content)',
    answerBody: ['.ds-assistant-message-main-content', '.ds-markdown:not(.ds-think-content .ds-markdown)'],
    trace: '.ds-think-content',
    streaming: '.ds-loading',
    stopButton: 'div[role="button"]:has(svg path[d^="M2 4.88"])',
    composer: ['#chat-input', 'textarea[name="search"]', 'textarea'],
    sendButton: 'div[role="button"].ds-button--primary.ds-button--circle',
  },
  idAttributes: ['[data-virtual-list-item-key]@data-virtual-list-item-key'],
  composerKind: 'textarea',
}
