import type { SiteDefinition } from '../site'

export const textGenerationWebui: SiteDefinition = {
  id: 'text-generation-webui',
  label: 'text-generation-webui',
  matches: [],
  recognise: ['.message-body', '#chat-input-container, #Generate, gradio-app, .gradio-container'],
  verified: { on: '2026-05-02', by: 'facts' },
  selectors: {
    userTurn: ['.user-message', '.message:has(.circle-you, .text-you)'],
    assistantTurn: ['.assistant-message', '.message:has(.circle-bot, .text-bot)'],
    userBody: '.message-body',
    answerBody: '.message-body',
    trace: ['details.thinking-block', '.thinking-block'],
    exclude: ['.message-actions', '.message-date', '.message-timestamp'],
    streaming: '._generating',
    stopButton: '#stop',
    composer: ['#chat-input-container textarea', '#chat-input textarea'],
    sendButton: '#Generate',
  },
  idAttributes: ['data-index'],
  composerKind: 'textarea',
}
