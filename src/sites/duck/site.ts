import type { SiteDefinition } from '../site'

export const duck: SiteDefinition = {
  id: 'duck',
  label: 'Duck.ai',
  matches: ['https://duck.ai/*'],
  newChatUrl: 'https://duck.ai/chat',
  verified: { on: '2026-08-07', by: 'facts' },
  selectors: {
    userTurn: '[data-testid="user-message"]',
    assistantTurn: 'div[id*="-assistant-message-"]:not([id^="heading-"])',
    exclude: '[id^="heading-"]',
    modelLabel: '[data-testid="model-picker-button"]',
    stopButton: 'button[aria-label="Stop generating"]',
    composer: 'textarea[name="user-prompt"]',
    sendButton: 'button[aria-label="Ask"]',
  },
  idAttributes: ['[id*="-assistant-message-"]@id'],
  composerKind: 'textarea',
}
