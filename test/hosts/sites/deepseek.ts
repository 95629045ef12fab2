import { fromMarkup, plain, type Template } from './template'

const icon = '<div class="ds-icon"><svg width="14" height="14"><path d="M2 2h10v10"></path></svg></div>'
const iconButton = (label: string) => `<button class="ds-icon-button ds-icon-button--m" aria-label="${label}">${label}</button>`

export const deepseek: Template = {
  ...plain,
  host: 'chat.deepseek.com',
  brand: 'DeepSeek',
  composerKind: 'textarea',
  chatPath: id => `/a/chat/s/${id}`,
  newChatPath: '/',
  main: `<main>
    <div class="ds-scroll-area host-scroller">
      <div class="ds-virtual-list ds-virtual-list--printable"><div class="ds-virtual-list-items"><div class="ds-virtual-list-visible-items"></div></div></div>
    </div>
    <div class="host-composer"><textarea name="search" placeholder="Message DeepSeek" rows="1"></textarea><span class="host-slot"></span></div>
  </main>`,
  list: '.ds-virtual-list-visible-items',
  scroller: '.ds-scroll-area',
  composer: 'textarea[name="search"]',
  send: { selector: 'div.ds-button--primary.ds-button--circle', html: `<div role="button" class="ds-button ds-button--primary ds-button--circle host-send">↑</div>` },
  stop: { selector: 'div.ds-button--circle:has(path[d^="M2 4.88"])', html: '<div role="button" class="ds-button ds-button--circle host-send"><svg width="14" height="14"><path d="M2 4.88h9v9h-9z"></path></svg></div>' },
  user: {
    html: `<div class="_9663006" data-virtual-list-item-key="{id}"><div class="d29f3d7d ds-message host-user"><div class="fbb737a4 host-bubble"></div>
      <div class="ds-flex host-tools">${iconButton('Copy')}${iconButton('Edit')}</div></div></div>`,
    body: '.fbb737a4',
    edit: '[aria-label="Edit"]',
  },
  assistant: {
    html: `<div class="_4f9bf79" data-virtual-list-item-key="{id}"><div class="ds-message host-assistant">
      <div class="ds-markdown ds-assistant-message-main-content"></div>
      <div class="ds-flex host-tools">${iconButton('Copy')}${iconButton('Regenerate')}</div></div></div>`,
    body: '.ds-assistant-message-main-content',
    regenerate: '[aria-label="Regenerate"]',
  },
  trace: {
    html: `<div class="_74c0879"><div class="_245c867 host-label">${icon}<span class="_5255ff8">Thinking...</span></div>
      <div class="ds-think-content host-trace"><div class="ds-markdown"></div></div></div>`,
    body: '.ds-think-content .ds-markdown',
    before: '.ds-assistant-message-main-content',
    done: { label: '._5255ff8', text: 'Thought for 2 seconds' },
  },
  mark: (turn, streaming) => {
    turn.querySelector('.ds-loading')?.remove()
    if (streaming) turn.querySelector('.ds-message')!.append(fromMarkup('<div class="ds-loading host-label">●</div>'))
  },
  paragraph: '<p class="ds-markdown-paragraph"></p>',
  code: `<div class="md-code-block md-code-block-light"><div class="md-code-block-banner-wrap"><div class="md-code-block-banner"><span class="d813de27">{lang}</span>
    <button class="ds-text-button"><span class="code-info-button-text">Copy</span></button><button class="ds-text-button"><span class="code-info-button-text">Download</span></button></div></div><pre></pre></div>`,
  windowed: true,
}
