import type { SiteDefinition } from '../site'

export const aistudio: SiteDefinition = {
  id: 'aistudio',
  label: 'Google AI Studio',
  matches: ['https://aistudio.google.com/*'],
  conversationId: '/prompts/([A-Za-z0-9_-]{10,})',
  newChatUrl: 'https://aistudio.google.com/prompts/new_chat',
  verified: { on: '2026-08-22', by: 'facts' },
  selectors: {
    userTurn: ['[data-turn-role="User"]', '.chat-turn-container.user'],
    assistantTurn: ['[data-turn-role="Model"]', '.chat-turn-container.model'],
    userBody: ['.turn-content'],
    answerBody: ['.turn-content ms-prompt-chunk:not(:has(ms-thought-chunk))', '.turn-content'],
    trace: 'ms-thought-chunk',
    exclude: ['.author-label', 'ms-chat-turn-options', '.timestamp'],
    stopButton: '.stoppable-spinner',
    modelLabel: 'button.model-selector-card',
    composer: ['ms-prompt-box textarea', 'ms-autosize-textarea textarea'],
    sendButton: 'ms-run-button button',
  },
  idAttributes: ['ms-chat-turn[id]@id'],
  composerKind: 'textarea',
  traceSummarised: true,
}
