import type { SiteDefinition } from '../site'

export const anythingllm: SiteDefinition = {
  id: 'anythingllm',
  label: 'AnythingLLM',
  matches: [],
  recognise: ['#chat-history', '#primary-prompt-input'],
  conversationId: '/workspace/([^?#]+)',
  verified: { on: '2026-08-20', by: 'facts' },
  selectors: {
    // Only the side tells who speaks.
    userTurn: ['#chat-history .justify-end:has(.break-words)', '#chat-history .justify-end'],
    assistantTurn: ['#chat-history .justify-start:has(.break-words)', '#chat-history .justify-start'],
    userBody: '.break-words',
    answerBody: '.break-words',
    stopButton: '[data-tooltip-id="stop-generation-button"]',
    composer: '#primary-prompt-input',
  },
  composerKind: 'textarea',
}
