import * as v from 'valibot'
import { browser, type Runtime } from './browser'

/** A failure as it crosses contexts: both browsers drop everything of an Error but its text. */
export interface Failure {
  code: 'invalid' | 'storage' | 'unknown'
  message: string
}

export type Reply<T> = { ok: true; value: T } | { ok: false; error: Failure }

/** Name -> function. JSON-safe inputs and outputs only: Chrome sends JSON, Firefox structured clones. */
export type Signatures = Record<string, (input: never) => unknown>

type Input<S extends Signatures, K extends keyof S> = Parameters<S[K]>[0]
type Output<S extends Signatures, K extends keyof S> = ReturnType<S[K]>

export interface Sender {
  tabId: number | null
  url: string | null
  /** Sent by one of our own pages, not by a content script. */
  own: boolean
}

export type Handlers<S extends Signatures> = {
  [K in keyof S]: {
    schema: v.GenericSchema<unknown, Input<S, K>>
    run: (input: Input<S, K>, sender: Sender) => Output<S, K> | Promise<Output<S, K>>
  }
}

interface Envelope {
  telltale: string
  input: unknown
}

/** Asks the background. Rejects with a plain Error whose message says what to do. */
export async function ask<S extends Signatures, K extends keyof S & string>(name: K, input: Input<S, K>): Promise<Output<S, K>> {
  return open(await browser.runtime.sendMessage({ telltale: name, input } satisfies Envelope))
}

/** Asks the content script of a tab; null when none listens there. */
export async function askTab<S extends Signatures, K extends keyof S & string>(
  tabId: number,
  name: K,
  input: Input<S, K>,
): Promise<Output<S, K> | null> {
  const reply = await browser.tabs.sendMessage(tabId, { telltale: name, input } satisfies Envelope).catch(ifNobodyListens)
  return reply == null ? null : open(reply)
}

/** The context's one message listener, until the signal aborts; must be called synchronously at start-up, once. */
export function answer<S extends Signatures>(handlers: Handlers<S>, signal?: AbortSignal): void {
  const listener = (message: unknown, sender: Runtime.MessageSender) => {
    if (sender.id !== browser.runtime.id || !isEnvelope(message)) return undefined
    const handler = Object.hasOwn(handlers, message.telltale) ? handlers[message.telltale] : undefined
    return handler && reply(handler, message.input, senderOf(sender))
  }
  browser.runtime.onMessage.addListener(listener)
  signal?.addEventListener('abort', () => browser.runtime.onMessage.removeListener(listener))
}

async function reply<S extends Signatures, K extends keyof S>(
  handler: Handlers<S>[K],
  input: unknown,
  sender: Sender,
): Promise<Reply<Output<S, K>>> {
  const parsed = v.safeParse(handler.schema, input)
  if (!parsed.success) return { ok: false, error: { code: 'invalid', message: v.summarize(parsed.issues) } }
  try {
    return { ok: true, value: await handler.run(parsed.output, sender) }
  } catch (error) {
    return { ok: false, error: { code: 'unknown', message: error instanceof Error ? error.message : String(error) } }
  }
}

function open<T>(reply: unknown): T {
  const result = reply as Reply<T> | undefined
  if (!result) throw new Error('Telltale did not answer. Reload the page, or restart the browser if it was just updated.')
  if (!result.ok) throw new Error(result.error.message)
  return result.value
}

function ifNobodyListens(error: unknown): null {
  if (/Receiving end does not exist|Could not establish connection/.test(String(error))) return null
  throw error
}

function isEnvelope(message: unknown): message is Envelope {
  return typeof message === 'object' && message !== null && typeof (message as Envelope).telltale === 'string'
}

function senderOf(sender: Runtime.MessageSender): Sender {
  const own = sender.url?.startsWith(browser.runtime.getURL('')) ?? false
  return { tabId: sender.tab?.id ?? null, url: sender.url ?? null, own }
}
