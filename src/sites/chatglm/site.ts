import type { SiteDefinition } from '../site'

export const chatglm: SiteDefinition = {
  id: 'chatglm',
  label: 'ChatGLM',
  matches: ['https://chatglm.cn/*', 'https://www.chatglm.cn/*'],
  conversationId: '[?&]cid=([^&]+)',
  newChatUrl: 'https://chatglm.cn/main/alltoolsdetail',
  verified: { on: '2026-10-01', by: 'facts' },
  selectors: {
    userTurn: '.conversation.question',
    userBody: '.question-txt',
    assistantTurn: ['[id^="row-answer-"] .answer-content', '.answer-content'],
    answerBody: '.markdown-body:not(.text-advance-thinking-content .markdown-body)',
    trace: '.text-advance-thinking-content',
    exclude: '.text-advance-thinking-content',
    composer: 'textarea',
  },
  idAttributes: ['[id^="row-answer-"]@id', '[id^="row-question-"]@id'],
  composerKind: 'textarea',
}
