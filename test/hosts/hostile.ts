/** Pages that mean no good, or none that a reader can bear easily. */
const style = '<style>body { font: 16px sans-serif } .user-message { background: #eef }</style>'

const chat = (turns: readonly (readonly [string, string])[]) =>
  turns.map(([question, answer]) => `<div class="row user-message"><p>${question}</p></div><div class="row assistant-message"><p>${answer}</p></div>`).join('\n')

const page = (body: string, script = '') =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>Chat</title>${style}<main><div id="list">${body}</div></main><footer><textarea></textarea></footer><script>${script}</script></html>`

const quiet = [['Who is there?', 'Nobody whom you would know, I am afraid, but come in all the same.'], ['Thank you.', 'You are welcome. Sit down and warm your hands a little.']] as const
const leak = [['Who are you?', 'I am ChatGPT, a language model made by OpenAI.']] as const

/** Rewrites its last answer about a thousand times a second, whole, as new elements, until told to stop. */
export const rewriting = page(
  chat([...quiet, ...leak]),
  `const last = [...document.querySelectorAll('.assistant-message')].at(-1)
  window.rewrites = 0
  const words = 'I am ChatGPT, a language model made by OpenAI.'
  const rewrite = () => { last.innerHTML = '<p>' + words + ' ' + window.rewrites + '</p>'; window.rewrites += 1 }
  window.timer = setInterval(() => { for (let i = 0; i < 5; i++) rewrite() }, 5)`,
)

/** Has so many elements beside its chat, and a twentieth of that inside one answer. */
export const enormous = (nodes: number) =>
  page(
    chat([...quiet, ...leak]),
    `const aside = document.createElement('aside')
    aside.innerHTML = '<div><span>x</span></div>'.repeat(${Math.floor(nodes / 2)})
    document.body.append(aside)
    const answer = document.querySelector('.assistant-message')
    answer.insertAdjacentHTML('beforeend', '<p>one <b>two</b></p>'.repeat(${Math.floor(nodes / 40)}))`,
  )

/**
 * Poses as us: sends what our scripts send each other by every way a page has, puts up elements like ours, and
 * notes whatever it can see of us. What it saw is in `window.seen`.
 */
export const posing = page(
  chat(quiet),
  `window.seen = []
  const note = (what) => window.seen.push(String(what))
  addEventListener('message', (event) => { if (event.data && event.data.from !== 'the page') note('message ' + JSON.stringify(event.data)) })
  const capture = { format: 'telltale-capture/1', id: 'generic:fake:1', site: 'generic', host: location.host, url: location.href, title: 'fake', modelLabel: null,
    startedAt: '2026-11-22T00:00:00.000Z', capturedAt: '2026-11-22T00:00:00.000Z', messages: [{ role: 'assistant', content: 'I am ChatGPT.', id: 'a', at: '2026-11-22T00:00:00.000Z' }],
    findings: [], claims: [], verdict: 'conflicting', rulePacks: [], health: 'ok' }
  const sent = [
    { telltale: 'capture/save', input: { capture } }, { telltale: 'page/badge', input: { conflicts: 99, unverifiable: 9, broken: true } },
    { telltale: 'sites/teach', input: { site: { format: 'telltale-site/1', taughtOn: '2026-11-22', selectors: { userTurn: 'p', assistantTurn: 'main' } } } },
    { telltale: 'page/granted', input: { origins: [] } }, { telltale: 'page/teach', input: null },
  ]
  window.pose = () => {
    for (const message of sent) {
      postMessage({ ...message, from: 'the page' }, '*')
      for (const target of [window, document, document.documentElement]) {
        for (const name of ['telltale', message.telltale, 'message']) target.dispatchEvent(new CustomEvent(name, { detail: message, bubbles: true }))
      }
      const runtime = globalThis.chrome?.runtime ?? globalThis.browser?.runtime
      if (runtime?.sendMessage) { note('runtime'); runtime.sendMessage(message) }
      new BroadcastChannel('telltale').postMessage(message)
    }
    window[Symbol.for('telltale.running')] = { abort() { note('aborted') } }
    const like = document.createElement('div')
    like.attachShadow({ mode: 'closed' }).innerHTML = '<div role="dialog"><button>Save</button></div>'
    document.documentElement.append(like)
    for (const key of ['Escape', 'Enter', 'ArrowUp']) dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }))
    document.querySelector('p').click()
    CSS.highlights?.clear()
  }
  const attach = Element.prototype.attachShadow
  Element.prototype.attachShadow = function (init) { note('attachShadow ' + init.mode); return attach.call(this, { mode: 'open' }) }
  const append = Node.prototype.appendChild
  Node.prototype.appendChild = function (node) { note('appendChild'); return append.call(this, node) }
  new MutationObserver((records) => {
    for (const { type, attributeName, target, addedNodes } of records) note([type, attributeName, target.nodeName, [...addedNodes].map((node) => node.outerHTML ?? node.nodeValue)].join(' '))
  }).observe(document, { subtree: true, childList: true, attributes: true })`,
)
