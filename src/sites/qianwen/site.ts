import type { SiteDefinition } from '../site'

export const qianwen: SiteDefinition = {
  id: 'qianwen',
  label: 'Qianwen',
  matches: [
    'https://www.qianwen.com/*',
    'https://tongyi.com/*',
    'https://www.tongyi.com/*',
    'https://tongyi.aliyun.com/*',
    'https://qianwen.aliyun.com/*',
  ],
  conversationId: '/chat/([A-Za-z0-9]+)',
  newChatUrl: 'https://www.qianwen.com/',
  verified: { on: '2026-10-01', by: 'facts' },
  selectors: {
    userTurn: ['.message-card-wrap.question', '[class*="questionItem"]'],
    assistantTurn: ['.answer-common-card', '[class*="answerItem"]'],
    userBody: ['.question-text-card', '[class*="bubble"]'],
    answerBody: ['.qk-markdown:not([class*="thinkingContent"] .qk-markdown)', '.tongyi-markdown', '[class*="contentBox"]'],
    trace: '[class*="thinkingContent"]',
    stopButton: '[class*="stop-"][class*="icon"]',
    composer: ['[data-slate-editor="true"]', 'textarea'],
  },
  idAttributes: ['data-req-id'],
  composerKind: 'slate',
}
