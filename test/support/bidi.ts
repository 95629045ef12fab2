import WebSocket from 'ws'

/** A WebDriver BiDi session, as far as the tests need one (https://w3c.github.io/webdriver-bidi/). */
export interface Bidi {
  /** Sends a command; throws with the browser's words when it fails. */
  send<T = unknown>(method: string, params?: object): Promise<T>
  on(method: string, listener: (params: never) => void): void
  close(): void
}

interface Reply { id?: number; type: 'success' | 'error' | 'event'; result?: unknown; error?: string; message?: string; method?: string; params?: unknown }
interface Waiting { resolve(value: unknown): void; reject(error: Error): void; method: string }

/** Connects to a browser's remote agent, e.g. `ws://127.0.0.1:9222/session`. */
export async function connectBidi(url: string): Promise<Bidi> {
  const socket = new WebSocket(url, { maxPayload: 256 * 2 ** 20 })
  await new Promise<void>((resolve, reject) => socket.once('open', resolve).once('error', reject))
  const waiting = new Map<number, Waiting>()
  const listeners = new Map<string, ((params: never) => void)[]>()
  let last = 0
  socket.on('message', data => receive(JSON.parse(String(data)) as Reply, waiting, listeners))
  socket.on('close', () => waiting.forEach(({ reject, method }) => reject(new Error(`The browser closed during ${method}`))))
  return {
    send: <T>(method: string, params = {}) => new Promise<T>((resolve, reject) => {
      waiting.set(++last, { resolve: resolve as (value: unknown) => void, reject, method })
      socket.send(JSON.stringify({ id: last, method, params }))
    }),
    on: (method, listener) => void listeners.set(method, [...(listeners.get(method) ?? []), listener]),
    close: () => socket.close(),
  }
}

function receive(reply: Reply, waiting: Map<number, Waiting>, listeners: Map<string, ((params: never) => void)[]>): void {
  if (reply.type === 'event') return listeners.get(reply.method ?? '')?.forEach(listener => listener(reply.params as never))
  const command = waiting.get(reply.id ?? 0)
  waiting.delete(reply.id ?? 0)
  if (reply.type === 'success') return command?.resolve(reply.result)
  command?.reject(new Error(`${command.method}: ${reply.error}: ${reply.message}`))
}

interface Evaluated {
  type: 'success' | 'exception'
  result?: { type: string; value?: string }
  exceptionDetails?: { text: string }
}

/** Evaluates an expression in a browsing context and gives back its JSON-safe value, awaited. */
export async function evaluate(bidi: Bidi, context: string, expression: string): Promise<unknown> {
  const evaluated = await bidi.send<Evaluated>('script.evaluate', {
    expression: `Promise.resolve(${expression}).then(value => JSON.stringify(value))`,
    target: { context },
    awaitPromise: true,
  })
  if (evaluated.type === 'exception') throw new Error(evaluated.exceptionDetails?.text ?? 'The page threw')
  return evaluated.result?.value === undefined ? undefined : JSON.parse(evaluated.result.value)
}
