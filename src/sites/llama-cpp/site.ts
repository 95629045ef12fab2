import type { SiteDefinition } from '../site'

export const llamaCpp: SiteDefinition = {
  id: 'llama-cpp',
  label: 'llama.cpp',
  matches: [],
  recognise: ['[aria-label="Assistant message with actions"], [aria-label="User message with actions"], #msg-input'],
  conversationId: '#/chat/([^?]+)',
  newChatUrl: '/?new_chat=true#/',
  verified: { on: '2026-11-22', by: 'source' },
  selectors: {
    userTurn: ['[role="group"][aria-label="User message with actions"]', '.chat-end'],
    assistantTurn: ['[role="group"][aria-label="Assistant message with actions"]', '.chat-start'],
    // Two interfaces: Svelte since 2025-10, React with daisyUI bubbles before.
    userBody: ['[data-slot="card"]', '.chat-bubble'],
    answerBody: ['.markdown-content', '.raw-output', '.chat-bubble'],
    trace: ['[data-slot="collapsible"]', '.chat-bubble details'],
    exclude: ['.info', '.processing-container'],
    stopButton: 'button[aria-label="Stop"]',
    composer: ['[data-slot="input-area"] textarea', '#msg-input', 'form textarea'],
    sendButton: 'button[type="submit"]',
  },
  composerKind: 'textarea',
}
