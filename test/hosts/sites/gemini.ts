import { plain, type Template } from './template'

export const gemini: Template = {
  ...plain,
  host: 'gemini.google.com',
  brand: 'Gemini',
  composerKind: 'quill',
  chatPath: id => `/app/${id.replaceAll('-', '').slice(0, 16)}`,
  newChatPath: '/app',
  main: `<main>
    <infinite-scroller class="chat-history host-scroller" style="display: block"></infinite-scroller>
    <div class="host-composer"><rich-textarea style="flex: 1"><div class="ql-editor textarea" contenteditable="true" role="textbox" aria-label="Enter a prompt for Gemini"><p><br></p></div></rich-textarea><span class="host-slot"></span></div>
  </main>`,
  list: 'infinite-scroller',
  scroller: 'infinite-scroller',
  composer: 'rich-textarea .ql-editor',
  send: { selector: 'button.send-button:not(.stop)', html: '<button class="send-button host-send" aria-label="Send message">↑</button>' },
  stop: { selector: 'button.send-button.stop', html: '<button class="send-button stop host-send" aria-label="Stop response">■</button>' },
  sendOnlyWithText: true,
  user: {
    html: `<div class="conversation-container" id="{id}"><user-query><span class="user-query-container host-user"><div class="query-content host-bubble"><div role="heading" aria-level="2" class="query-text gds-body-l"><span class="cdk-visually-hidden">You said</span><p class="query-text-line"></p></div></div>
      <div class="host-tools"><button aria-label="Edit">Edit</button></div></span></user-query></div>`,
    body: '.query-text-line',
    edit: '[aria-label="Edit"]',
  },
  assistant: {
    html: `<div class="conversation-container" id="{id}"><model-response><response-container><div class="response-content host-assistant"><h2 class="cdk-visually-hidden screen-reader-model-response-label">Gemini said</h2>
      <message-content id="message-content-id-r_{id}"><div class="markdown markdown-main-panel" id="model-response-message-contentr_{id}" aria-live="polite" aria-busy="false"></div></message-content>
      <div class="response-footer"></div><div class="host-tools"><button data-test-id="regenerate-button" aria-label="Redo">Redo</button></div></div></response-container></model-response></div>`,
    body: '.markdown-main-panel',
    regenerate: '[data-test-id="regenerate-button"]',
  },
  trace: {
    html: '<model-thoughts style="display: block"><button data-test-id="thoughts-header-button" class="host-label">Show thinking</button><div class="thoughts-content host-trace"></div></model-thoughts>',
    body: '.thoughts-content',
    before: 'message-content',
  },
  mark: (turn, streaming) => {
    turn.querySelector('.markdown-main-panel')!.setAttribute('aria-busy', String(streaming))
    turn.querySelector('.response-footer')!.classList.toggle('complete', !streaming)
  },
}
