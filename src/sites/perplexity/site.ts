import type { SiteDefinition } from '../site'

export const perplexity: SiteDefinition = {
  id: 'perplexity',
  label: 'Perplexity',
  matches: ['https://www.perplexity.ai/*', 'https://perplexity.ai/*'],
  conversationId: '/(?:search|thread)/([^/?#]+)',
  newChatUrl: 'https://www.perplexity.ai/',
  verified: { on: '2026-05-21', by: 'page' },
  selectors: {
    // The first question may be a heading, later ones are not: never name the tag.
    userTurn: ['[class*="group/query"]'],
    assistantTurn: '[id^="markdown-content-"]',
    answerBody: '.prose',
    exclude: ['.citation'],
    stopButton: 'button[aria-label*="Stop"]',
    modelLabel: 'button[aria-label="Model"]',
    composer: ['#ask-input', 'textarea'],
    sendButton: 'button[aria-label="Submit"]',
  },
  idAttributes: ['[id^="markdown-content-"]@id'],
  composerKind: 'lexical',
}
