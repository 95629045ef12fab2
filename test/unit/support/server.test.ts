import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startServer, type FakeServer } from '../../support/server'
import { chunksOf, lineFor, type Script } from '../../support/script'

const script: Script = [
  { match: 'who are you', trace: 'Thinking about me.', answer: 'I am a scripted model.' },
  { match: /WHO ARE YOU/i, answer: 'As I said.' },
  { answer: 'Quite so.' },
]

describe('the script', () => {
  it('answers the same prompt with the next line that matches, then with the last', () => {
    const answers = [0, 1, 2].map(nth => lineFor(script, 'Who are you?', nth).answer)
    expect(answers).toEqual(['I am a scripted model.', 'As I said.', 'As I said.'])
    expect(lineFor(script, 'Nice weather', 0).answer).toBe('Quite so.')
  })

  it('says which prompt nobody wrote an answer for', () => {
    expect(() => lineFor([{ match: 'a', answer: 'b' }], 'zzz', 0)).toThrow(/no line for the prompt "zzz"/)
  })

  it('cuts by characters, trace first, and never inside one', () => {
    const chunks = chunksOf({ trace: 'abc', answer: '你好😀😀!' }, 2)
    expect(chunks.map(chunk => [chunk.part, chunk.text])).toEqual(
      [['trace', 'ab'], ['trace', 'c'], ['answer', '你好'], ['answer', '😀😀'], ['answer', '!']])
  })

  it('holds in the chunk that completes the text, and refuses a text never said', () => {
    const chunks = chunksOf({ answer: 'one two three', holdAfter: 'two' }, 5)
    expect(chunks.map(chunk => chunk.hold)).toEqual([false, true, false])
    expect(() => chunksOf({ answer: 'one', holdAfter: 'two' }, 5)).toThrow(/never says "two"/)
  })
})

describe('the server', () => {
  let server: FakeServer
  beforeEach(async () => void (server = await startServer(script, { delay: 0 })))
  afterEach(() => server.close())

  const post = (path: string, body: object) => fetch(server.origin + path, { method: 'POST', body: JSON.stringify(body) })
  const ask = (content: string) => post('/v1/chat/completions', { stream: true, messages: [{ role: 'user', content }] })
  const frames = (sse: string) => sse.split('\n').filter(line => line.startsWith('data: {')).map(line => JSON.parse(line.slice(6)))

  it('streams reasoning, then the answer, in five characters, and ends as OpenAI does', async () => {
    const sse = await (await ask('Who are you?')).text()
    const deltas = frames(sse).map(frame => frame.choices[0].delta)
    expect(deltas.map(delta => delta.reasoning_content ?? '').join('')).toBe('Thinking about me.')
    expect(deltas.map(delta => delta.content ?? '').join('')).toBe('I am a scripted model.')
    expect(Math.max(...deltas.map(delta => (delta.content ?? '').length))).toBe(5)
    expect(sse.trimEnd().endsWith('data: [DONE]')).toBe(true)
    expect(server.asked).toEqual(['Who are you?'])
  })

  it('speaks the formats of deep-chat and Flowise', async () => {
    const deep = frames(await (await post('/deep-chat', { messages: [{ role: 'user', text: 'who are you' }] })).text())
    expect(deep.map(frame => frame.text).join('')).toBe('I am a scripted model.')
    const flow = frames(await (await post('/api/v1/prediction/fake', { question: 'hm' })).text())
    expect(flow.filter(frame => frame.event === 'token').map(frame => frame.data).join('')).toBe('Quite so.')
  })

  it('stands still where it was told to, until it is released', async () => {
    server.script([{ answer: 'one two three four', holdAfter: 'two' }])
    const reader = (await ask('count')).body!.pipeThrough(new TextDecoderStream()).getReader()
    await server.held()
    let seen = ''
    const said = () => frames(seen).map(frame => frame.choices[0].delta.content ?? '').join('')
    while (!said().includes('two')) seen += (await reader.read()).value ?? ''
    expect(said()).toBe('one two th')
    server.release()
    for (let next = await reader.read(); !next.done; next = await reader.read()) seen += next.value
    expect(said()).toBe('one two three four')
  })

  it('tells an asker what is missing', async () => {
    server.script([])
    const answer = await ask('anything')
    expect([answer.status, await answer.text()]).toEqual([500, expect.stringContaining('no line for the prompt')])
    expect((await fetch(`${server.origin}/nowhere`)).status).toBe(404)
    expect((await fetch(`${server.origin}/v1/models`)).status).toBe(200)
  })
})
