import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { createGate, type Gate } from './gate'
import { fixedAnswers, protocols, type Protocol } from './protocols'
import type { Responder } from './respond'
import { chunksOf, lineFor, type Chunk, type Script } from './script'

export interface Pace {
  /** Characters (code points) in a chunk. */
  chunk: number
  /** Milliseconds between two chunks. */
  delay: number
}

/** A model that says what it is told to, over HTTP on 127.0.0.1. */
export interface FakeServer {
  /** `http://127.0.0.1:PORT` */
  readonly origin: string
  /** The prompts asked so far, in order. */
  readonly asked: readonly string[]
  /** Replaces the script and forgets what was asked. */
  script(lines: Script): void
  pace(pace: Partial<Pace>): void
  /** Stops every stream before its next chunk. */
  hold(): void
  /** Lets every stream go on, those stopped by a line's `holdAfter` too. */
  release(): void
  /** Resolves when a stream stands still, at a hold or at a line's `holdAfter`. */
  held(): Promise<void>
  /** Serves files under a path, e.g. `/hosts/`. */
  mount(prefix: string, responder: Responder): void
  close(): Promise<void>
}

interface State {
  script: Script
  pace: Pace
  asked: string[]
  gate: Gate
  mounts: Map<string, Responder>
}

/** Starts the server on a free port of 127.0.0.1. */
export async function startServer(script: Script = [], pace: Partial<Pace> = {}): Promise<FakeServer> {
  const state: State = { script, pace: { chunk: 5, delay: 15, ...pace }, asked: [], gate: createGate(), mounts: new Map() }
  const server = createServer((request, response) => {
    handle(request, response, state).catch((error: Error) => fail(response, error))
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked: state.asked,
    script: lines => {
      state.script = lines
      state.asked.length = 0
    },
    pace: change => void Object.assign(state.pace, change),
    ...state.gate.controls,
    mount: (prefix, responder) => void state.mounts.set(prefix, responder),
    close: () => new Promise(resolve => {
      state.gate.controls.release()
      server.close(() => resolve())
      server.closeAllConnections()
    }),
  }
}

// Pages under intercepted https addresses ask too, hence the open CORS and the answer to private-network preflights.
const open = {
  'access-control-allow-origin': '*', 'access-control-allow-headers': '*', 'access-control-allow-methods': '*',
  'access-control-allow-private-network': 'true', 'cache-control': 'no-store',
}

async function handle(request: IncomingMessage, response: ServerResponse, state: State): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://127.0.0.1')
  for (const [name, value] of Object.entries(open)) response.setHeader(name, value)
  if (request.method === 'OPTIONS') return void response.writeHead(204).end()
  const protocol = protocols.find(({ path }) => path.test(url.pathname))
  if (request.method === 'POST' && protocol) return stream(request, response, protocol, state)
  if (url.pathname in fixedAnswers) return json(response, 200, fixedAnswers[url.pathname])
  return file(response, url, state.mounts)
}

async function stream(request: IncomingMessage, response: ServerResponse, protocol: Protocol, state: State): Promise<void> {
  const prompt = protocol.prompt(JSON.parse(await text(request)) as never)
  const nth = state.asked.filter(asked => asked === prompt).length
  const line = lineFor(state.script, prompt, nth)
  const chunks = chunksOf(line, state.pace.chunk)
  state.asked.push(prompt)
  response.writeHead(200, { 'content-type': 'text/event-stream' })
  const send = (frames: readonly object[]) => frames.forEach(frame => response.write(event(protocol, JSON.stringify(frame))))
  send(protocol.opening)
  for (const [index, chunk] of chunks.entries()) {
    if (response.destroyed) return
    const traceEnds = chunk.part === 'trace' && chunks[index + 1]?.part !== 'trace'
    await step(chunk, () => send([protocol.frame(chunk)]), state)
    if (traceEnds) send(protocol.afterTrace ?? [])
  }
  send(protocol.closing(line))
  if (protocol.done) response.write(event(protocol, protocol.done))
  response.end()
}

async function step(chunk: Chunk, write: () => void, { gate, pace }: State): Promise<void> {
  await gate.pass()
  write()
  if (chunk.hold) await gate.stop()
  await new Promise(resolve => setTimeout(resolve, pace.delay))
}

const event = ({ prefix }: Protocol, data: string) => `${prefix ?? ''}data: ${data}\n\n`

function file(response: ServerResponse, url: URL, mounts: Map<string, Responder>): void {
  for (const [prefix, responder] of mounts) {
    const served = url.pathname.startsWith(prefix) && responder(new URL(url.pathname.slice(prefix.length - 1), url))
    if (served) return void response.writeHead(served.status ?? 200, { 'content-type': served.contentType }).end(served.body)
  }
  json(response, 404, { error: { message: `Nothing at ${url.pathname}` } })
}

function json(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}

function fail(response: ServerResponse, error: Error): void {
  if (response.headersSent) return void response.destroy(error)
  json(response, 500, { error: { message: error.message } })
}
