import { plain, type Template } from './template'

export const claude: Template = {
  ...plain,
  host: 'claude.ai',
  brand: 'Claude',
  composerKind: 'prosemirror',
  chatPath: id => `/chat/${id}`,
  newChatPath: '/new',
  main: `<main>
    <div class="host-scroller"><div class="flex-1"></div></div>
    <div class="host-composer" data-chat-input-container="true"><div data-testid="chat-input" class="tiptap ProseMirror" contenteditable="true" role="textbox" aria-label="Write your prompt to Claude"><p><br></p></div><span class="host-slot"></span></div>
  </main>`,
  list: '.host-scroller > div',
  scroller: '.host-scroller',
  composer: '[data-testid="chat-input"]',
  send: { selector: 'button[aria-label="Send message"]', html: '<button aria-label="Send message" class="host-send">↑</button>' },
  stop: { selector: 'button[aria-label="Stop response"]', html: '<button aria-label="Stop response" class="host-send">■</button>' },
  sendOnlyWithText: true,
  user: {
    html: `<div data-test-render-count="1"><h2 class="sr-only select-none">You said</h2><div class="host-user"><div data-user-message-bubble="true" class="host-bubble"><div data-testid="user-message"><p class="whitespace-pre-wrap"></p></div></div>
      <div role="group" aria-label="Message actions" class="host-tools"><button aria-label="Edit">Edit</button></div></div></div>`,
    body: '[data-testid="user-message"] p',
    edit: '[aria-label="Edit"]',
  },
  assistant: {
    html: `<div data-test-render-count="1"><h2 class="sr-only select-none">Claude responded</h2><div data-is-streaming="false" class="host-assistant"><div class="font-claude-response"><div class="grid"><div class="row-start-2"><div class="standard-markdown"></div></div></div></div>
      <div role="group" aria-label="Message actions" class="host-tools"><button data-testid="action-bar-copy">Copy</button><button data-testid="action-bar-retry">Retry</button></div></div></div>`,
    body: '.standard-markdown',
    regenerate: '[data-testid="action-bar-retry"]',
  },
  trace: { html: '<div class="row-start-1"><button class="host-label">Thought process</button><div class="host-trace"></div></div>', body: '.host-trace', before: '.row-start-2' },
  mark: (turn, streaming) => turn.querySelector('[data-is-streaming]')!.setAttribute('data-is-streaming', String(streaming)),
  paragraph: '<p class="font-claude-response-body"></p>',
}
