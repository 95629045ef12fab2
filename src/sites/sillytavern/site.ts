import type { SiteDefinition } from '../site'

export const sillytavern: SiteDefinition = {
  id: 'sillytavern',
  label: 'SillyTavern',
  matches: [],
  recognise: ['#chat .mes[is_user]', '#send_textarea'],
  verified: { on: '2024-09-28', by: 'facts' },
  selectors: {
    userTurn: '#chat .mes[is_user="true"]',
    assistantTurn: '#chat .mes[is_user="false"]:not([is_system="true"])',
    userBody: '.mes_text',
    answerBody: '.mes_text',
    trace: '.mes_reasoning',
    stopButton: '#mes_stop',
    composer: '#send_textarea',
    sendButton: '#send_but',
  },
  idAttributes: ['mesid'],
  composerKind: 'textarea',
}
