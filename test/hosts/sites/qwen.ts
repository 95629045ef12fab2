import { fromMarkup, plain, type Template } from './template'

export const qwen: Template = {
  ...plain,
  host: 'chat.qwen.ai',
  brand: 'Qwen',
  composerKind: 'textarea',
  chatPath: id => `/c/${id}`,
  newChatPath: '/',
  main: `<main>
    <div class="host-scroller"><div id="chat-message-container" class="chat-container"></div></div>
    <div class="host-composer"><textarea class="message-input-textarea" placeholder="How can I help you today?" rows="1"></textarea><span class="host-slot"></span></div>
  </main>`,
  list: '#chat-message-container',
  scroller: '.host-scroller',
  composer: 'textarea.message-input-textarea',
  send: { selector: 'button.send-button', html: '<button class="send-button host-send">↑</button>' },
  stop: { selector: 'button.stop-button', html: '<button class="stop-button host-send" aria-label="Stop">■</button>' },
  user: {
    html: `<div class="qwen-chat-message qwen-chat-message-user" id="qwen-chat-message-{id}"><div class="chat-user-message host-user"><p class="whitespace-pre-wrap user-message-content host-bubble"></p><div class="host-tools"><button aria-label="Edit">Edit</button></div></div></div>`,
    body: '.user-message-content',
    edit: '[aria-label="Edit"]',
  },
  assistant: {
    html: `<div class="qwen-chat-message qwen-chat-message-assistant" id="qwen-chat-message-{id}"><div class="chat-response-message host-assistant"><div class="chat-response-message-right">
      <div class="response-message-content t2t phase-answer"><div class="custom-qwen-markdown"><div class="qwen-markdown"></div></div></div></div><div class="host-tools"><button aria-label="Regenerate">Regenerate</button></div></div></div>`,
    body: '.qwen-markdown',
    regenerate: '[aria-label="Regenerate"]',
  },
  trace: {
    html: '<div class="qwen-chat-thinking-tool-status-card-wraper"><div class="qwen-chat-thinking-status-card"><div class="qwen-chat-thinking-status-card-title-text host-label">Thinking</div><div class="qwen-chat-thinking-content host-trace"></div></div></div>',
    body: '.qwen-chat-thinking-content',
    before: '.response-message-content',
    done: { label: '.qwen-chat-thinking-status-card-title-text', text: 'Thinking completed' },
  },
  mark: (turn, streaming) => {
    turn.querySelector('.response-loading')?.remove()
    if (streaming) turn.append(fromMarkup('<div class="response-loading host-label">●</div>'))
  },
}
