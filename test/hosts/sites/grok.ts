import { plain, type Template } from './template'

export const grok: Template = {
  ...plain,
  host: 'grok.com',
  brand: 'Grok',
  composerKind: 'prosemirror',
  chatPath: id => `/c/${id}`,
  newChatPath: '/',
  main: `<main>
    <div class="host-scroller"><div class="w-full"></div></div>
    <div class="query-bar host-composer"><div class="tiptap ProseMirror" contenteditable="true" role="textbox" aria-label="Ask Grok anything"><p><br></p></div><span class="host-slot"></span></div>
  </main>`,
  list: '.host-scroller > div',
  scroller: '.host-scroller',
  composer: '.query-bar .ProseMirror',
  send: { selector: 'button[aria-label="Submit"]', html: '<button aria-label="Submit" data-testid="chat-submit" class="host-send">↑</button>' },
  stop: { selector: 'button[aria-label="Stop model response"]', html: '<button aria-label="Stop model response" class="host-send">■</button>' },
  user: {
    html: `<div id="response-{id}" class="items-end host-user"><div class="message-bubble prose host-bubble" data-testid="user-message" aria-label="You"><p></p></div><div class="host-tools"><button aria-label="Edit">Edit</button></div></div>`,
    body: '.message-bubble p',
    edit: '[aria-label="Edit"]',
  },
  assistant: {
    html: `<div id="response-{id}" class="items-start host-assistant"><div class="message-bubble prose" data-testid="assistant-message"><div class="response-content-markdown markdown"></div></div><div class="host-tools"><button aria-label="Regenerate">Regenerate</button></div></div>`,
    body: '.response-content-markdown',
    regenerate: '[aria-label="Regenerate"]',
  },
  trace: { html: '<div class="thinking-container"><span class="host-label">Thoughts</span><div class="host-trace"></div></div>', body: '.host-trace', before: '.response-content-markdown' },
  // The page says nothing; only the stop button tells that an answer is still coming.
  mark: () => undefined,
}
