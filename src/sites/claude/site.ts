import type { SiteDefinition } from '../site'

export const claude: SiteDefinition = {
  id: 'claude',
  label: 'Claude',
  matches: ['https://claude.ai/*'],
  conversationId: '/(?:chat|share)/([0-9a-f-]{36})',
  newChatUrl: 'https://claude.ai/new',
  verified: { on: '2026-07-29', by: 'page' },
  selectors: {
    userTurn: ['[data-testid="user-message"]', '[data-user-message-bubble]'],
    assistantTurn: '[data-is-streaming]',
    userBody: ['[data-testid="user-message"]', '[data-user-message-bubble]'],
    answerBody: ['.standard-markdown, .progressive-markdown', '.font-claude-message', '.font-claude-response'],
    // The head of a step: since 2026-07 the answer may lie in a first row too, without a status.
    trace: '.row-start-1:has([class*="group/status"]):not(.row-start-2 .row-start-1)',
    exclude: ['.artifact-block-cell', 'h2.sr-only'],
    streaming: '[data-is-streaming="true"]',
    stopButton: 'button[aria-label="Stop response"]',
    modelLabel: '[data-testid="model-selector-dropdown"]',
    title: ['[data-testid="chat-title-button"]', '[data-testid="chat-title-split"]'],
    composer: ['[data-testid="chat-input"]', '.ProseMirror[contenteditable="true"]'],
    sendButton: ['button[aria-label="Send message"]', 'button[aria-label="Send Message"]'],
    newChat: 'a[href="/new"]',
  },
  idAttributes: ['data-index'],
  composerKind: 'prosemirror',
  traceSummarised: true,
}
