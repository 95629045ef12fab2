import type { SiteDefinition } from '../site'

export const yuanbao: SiteDefinition = {
  id: 'yuanbao',
  label: 'Yuanbao',
  matches: ['https://yuanbao.tencent.com/*'],
  conversationId: '/chat/[^/]+/([0-9a-f-]{36})',
  newChatUrl: 'https://yuanbao.tencent.com/chat',
  verified: { on: '2026-10-01', by: 'facts' },
  selectors: {
    userTurn: '.agent-chat__list__item--human',
    assistantTurn: '.agent-chat__list__item--ai',
    userBody: '.hyc-content-text',
    answerBody: [
      '.hyc-content-md .hyc-common-markdown:not([class*="__think"] .hyc-common-markdown)',
      '.hyc-common-markdown:not([class*="__think"] .hyc-common-markdown)',
    ],
    trace: [
      '[class*="hyc-component-deep-search-agent__think"]',
      '[class*="hyc-component-deepsearch-cot__think"]',
      '[class*="hyc-component-reasoner__think"]',
    ],
    streaming: '[data-conv-outputting="true"]',
    composer: '.ql-editor',
    sendButton: ['#yuanbao-send-btn', '.icon-send'],
  },
  idAttributes: ['data-conv-id'],
  composerKind: 'quill',
}
