import { plain, type Template } from './template'

const tools = (...labels: string[]) => `<div role="group" aria-label="Response actions" class="host-tools">${labels.map(label => `<button aria-label="${label}">${label}</button>`).join('')}</div>`

export const chatgpt: Template = {
  ...plain,
  host: 'chatgpt.com',
  brand: 'ChatGPT',
  composerKind: 'prosemirror',
  chatPath: id => `/c/${id}`,
  newChatPath: '/',
  main: `<main id="main">
    <div class="host-scroller"><div id="thread"></div></div>
    <form class="host-composer" data-type="unified-composer">
      <textarea class="wcDTda_fallbackTextarea" name="prompt-textarea" style="display: none"></textarea>
      <div id="prompt-textarea" class="ProseMirror" contenteditable="true" role="textbox" aria-label="Chat with ChatGPT"><p><br></p></div><span class="host-slot"></span>
    </form>
  </main>`,
  list: '#thread',
  scroller: '.host-scroller',
  composer: '#prompt-textarea',
  send: { selector: '[data-testid="send-button"]', html: '<button id="composer-submit-button" data-testid="send-button" aria-label="Send prompt" class="host-send">↑</button>' },
  stop: { selector: '[data-testid="stop-button"]', html: '<button id="composer-submit-button" data-testid="stop-button" aria-label="Stop answering" class="host-send">■</button>' },
  sendOnlyWithText: true,
  user: {
    html: `<section data-turn-id="{id}" data-testid="conversation-turn-{id}" data-turn="user"><h4 class="sr-only select-none">You said:</h4>
      <div data-message-author-role="user" data-message-id="{id}" class="text-message host-user"><div class="user-message-bubble-color host-bubble"><div class="whitespace-pre-wrap"></div></div>${tools('Copy message', 'Edit message')}</div></section>`,
    body: '.whitespace-pre-wrap',
    edit: '[aria-label="Edit message"]',
  },
  assistant: {
    html: `<section data-turn-id="{id}" data-testid="conversation-turn-{id}" data-turn="assistant"><h4 class="sr-only select-none">ChatGPT said:</h4>
      <div data-message-author-role="assistant" data-message-id="{id}" data-message-model-slug="gpt-5-5" class="text-message host-assistant"><div class="markdown prose w-full"></div></div>${tools('Copy response', 'Regenerate')}</section>`,
    body: '.markdown',
    regenerate: '[aria-label="Regenerate"]',
  },
  // No text of the reasoning is in the page: a button tells how long it took.
  trace: { html: '<div class="host-label"><button class="host-thought">Thinking</button><span hidden></span></div>', body: 'span[hidden]', before: '[data-message-author-role]', done: { label: '.host-thought', text: 'Thought for 2s' } },
  mark: (turn, streaming) => turn.querySelector('.markdown')!.classList.toggle('result-streaming', streaming),
  rerendersAtEnd: true,
}
