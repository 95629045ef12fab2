import type { SiteDefinition } from '../site'

export const copilot: SiteDefinition = {
  id: 'copilot',
  label: 'Microsoft Copilot',
  matches: ['https://copilot.microsoft.com/*', 'https://copilot.com/*', 'https://m365.cloud.microsoft/chat*'],
  conversationId: '/(?:chats|shares)/([A-Za-z0-9]+)',
  newChatUrl: 'https://copilot.microsoft.com/',
  verified: { on: '2026-03-20', by: 'page' },
  selectors: {
    userTurn: ['[data-content="user-message"]', '[data-testid="chatQuestion"], .fai-UserMessage'],
    assistantTurn: ['[data-content="ai-message"]', '[data-testid="markdown-reply"], .fai-CopilotMessage'],
    answerBody: ['[class*="group/ai-message-item"]', '[data-testid="markdown-reply"]'],
    composer: ['textarea#userInput', '[data-testid="composer-input"]'],
  },
  idAttributes: ['[data-content="ai-message"]@id', '[aria-labelledby]@aria-labelledby'],
  composerKind: 'textarea',
}
