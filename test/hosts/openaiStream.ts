/** What a host page gets from the fake server, one delta at a time; `withdrawn` says the answer must not be shown. */
export type Delta = { part: 'answer' | 'trace'; text: string } | { part: 'withdrawn'; text: '' }

export interface Message {
  role: 'user' | 'assistant' | 'system'
  content: string
}

interface Frame {
  choices: { delta: { content?: string; reasoning_content?: string }; finish_reason: string | null }[]
}

/** Streams an answer from the OpenAI-compatible server the page came from. Throws with the server's own words. */
export async function* askModel(messages: readonly Message[], signal?: AbortSignal, origin = ''): AsyncGenerator<Delta> {
  const body = JSON.stringify({ model: 'telltale-fake-1', stream: true, messages })
  const response = await fetch(`${origin}/v1/chat/completions`, { method: 'POST', headers: { 'content-type': 'application/json' }, body, signal })
  if (!response.ok || !response.body) throw new Error(await response.text())
  for await (const data of events(response.body)) {
    const { delta, finish_reason } = (JSON.parse(data) as Frame).choices[0]!
    if (delta.reasoning_content) yield { part: 'trace', text: delta.reasoning_content }
    if (delta.content) yield { part: 'answer', text: delta.content }
    if (finish_reason === 'content_filter') yield { part: 'withdrawn', text: '' }
  }
}

async function* events(body: ReadableStream<Uint8Array<ArrayBuffer>>): AsyncGenerator<string> {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader()
  let rest = ''
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    const parts = (rest + next.value).split('\n\n')
    rest = parts.pop() ?? ''
    yield* parts.map(part => part.replace(/^data: /, '')).filter(data => data && data !== '[DONE]')
  }
}
