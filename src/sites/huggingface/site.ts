import type { SiteDefinition } from '../site'

export const huggingface: SiteDefinition = {
  id: 'huggingface',
  label: 'HuggingChat',
  matches: ['https://huggingface.co/chat*'],
  // HuggingChat's program is also self-hosted.
  recognise: ['[data-message-type="user"]', '[data-message-role="assistant"]'],
  conversationId: '/(?:conversation|r)/([0-9A-Za-z]{6,})',
  newChatUrl: 'https://huggingface.co/chat/',
  verified: { on: '2026-10-01', by: 'page' },
  selectors: {
    userTurn: '[data-message-type="user"]',
    assistantTurn: '[data-message-role="assistant"]',
    userBody: ['.disabled', '.whitespace-break-spaces'],
    answerBody: '.prose:not(.prose-sm)',
    trace: ['.thinking-viewport', '[data-exclude-from-copy] .prose-sm'],
    exclude: '[data-exclude-from-copy]',
    stopButton: '.stop-generating-btn',
    composer: 'form textarea',
    sendButton: 'button[type="submit"][aria-label="Send message"]',
  },
  idAttributes: ['data-message-id'],
  composerKind: 'textarea',
}
