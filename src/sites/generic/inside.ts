/** What chat pages commonly call the words of a message, best first. */
export const BODIES: readonly string[] = [
  '[class*="markdown" i], [data-code-type="markdown"], .prose, [class*="prose-"]:not([class*="not-prose"])',
  '[data-testid*="message-content" i], [data-testid*="message-body" i], [data-testid*="message-text" i], [data-message-content]',
  '[class*="message-content" i], [class*="message_content" i], [class*="messageContent"], [class*="message-text" i], [class*="message-body" i], [class*="messageText"], [class*="bubble-content" i], [class*="message__content"], [class*="message-bubble" i]',
]

/** What they call reasoning. */
export const TRACES = '[class*="thinking" i], [class*="reasoning" i], [class*="thought" i], [class*="-think" i], [class*="think-" i], [class*="chain-of-thought" i], '
  + '[data-testid*="thinking" i], [data-testid*="reasoning" i], [data-type="reasoning"], [data-part-type="reasoning"], [data-slot*="reasoning" i], [data-exclude-from-copy]'

/** Names, times, controls and extras that stand beside the words. */
export const NOISE = [
  'header', 'footer', 'time', 'figcaption:empty', '[class*="avatar" i]', '[class*="timestamp" i]', '[class*="author" i]', '[class*="username" i]', '[class*="user-name" i]',
  '[class*="sender" i]', '[class*="message-actions" i]', '[class*="action-bar" i]', '[class*="actions" i]', '[class*="toolbar" i]', '[class*="feedback" i]', '[class*="tooltip" i]',
  '[class*="citation" i]', '[class*="message-header" i]', '[class*="message-footer" i]', '[class*="message-time" i]', '[class*="model-name" i]', '[class*="follow-up" i]', '[class*="suggestion" i]',
  '[data-copy="false"]', '[data-agi-no-copy]', '[class*="message-meta" i]', '[class*="message-info" i]', '[class*="status" i]', '[class*="loading" i]', '[class*="typing" i]',
].join(',')

/** Where a conversation is not, … */
export const ELSEWHERE = 'nav,aside,header,footer,form,dialog,[role="dialog"],[role="navigation"],[role="complementary"],[role="banner"],[role="menu"],[contenteditable="true"]'
/** … unless it is a chat beside the page: these may hold one when they hold what belongs to it. */
export const BESIDE = 'aside,dialog,[role="dialog"],[role="complementary"]'
export const CHAT = 'textarea,[contenteditable="true"],[role="textbox"],[role="log"],[role="feed"]'

export const COMPOSER: readonly string[] = ['textarea:not([readonly]):not([aria-hidden="true"])', '[contenteditable="true"]', '[role="textbox"]', 'form input[type="text"]', 'input[type="text"]']

export const STOP = 'button[aria-label*="stop" i]:not([disabled]), button[title*="stop" i]:not([disabled]), [data-testid*="stop" i]:is(button):not([disabled]), button[class*="stop-" i]:not([disabled])'
