import type { Chunk, Line } from './script'

/** How one kind of chat UI asks, and how it wants the stream. */
export interface Protocol {
  path: RegExp
  /** The last user message in a parsed request body. */
  prompt(body: never): string
  opening: readonly object[]
  frame(chunk: Chunk): object
  /** Sent when the trace has ended, before the answer. */
  afterTrace?: readonly object[]
  closing(line: Line): readonly object[]
  /** The line that ends the stream, where the protocol has one. */
  done?: string
  /** Written before every frame. */
  prefix?: string
}

interface OpenAIBody { messages: { role: string; content: string | { text?: string }[] }[] }
interface DeepChatBody { messages: { text?: string }[] }
interface FlowiseBody { question: string }

const model = 'telltale-fake-1'
const completion = (delta: object, finish_reason: string | null = null) =>
  ({ id: 'chatcmpl-fake', object: 'chat.completion.chunk', created: 0, model, choices: [{ index: 0, delta, finish_reason }] })

const openai: Protocol = {
  path: /^\/v1\/chat\/completions$/,
  prompt: ({ messages }: OpenAIBody) => {
    const content = messages.filter(message => message.role === 'user').at(-1)?.content ?? ''
    return typeof content === 'string' ? content : content.map(part => part.text ?? '').join('')
  },
  opening: [completion({ role: 'assistant', content: '' })],
  frame: ({ part, text }) => completion(part === 'trace' ? { reasoning_content: text } : { content: text }),
  closing: ({ withdrawn }) => [completion({}, withdrawn ? 'content_filter' : 'stop')],
  done: '[DONE]',
}

/** deep-chat's own `connect` format: it has no place for a trace, and drops it. */
const deepChat: Protocol = {
  path: /^\/deep-chat$/,
  prompt: ({ messages }: DeepChatBody) => messages.at(-1)?.text ?? '',
  opening: [],
  frame: ({ part, text }) => ({ text: part === 'trace' ? '' : text }),
  closing: () => [],
}

const flowise: Protocol = {
  path: /^\/api\/v1\/prediction\//,
  prompt: ({ question }: FlowiseBody) => question,
  opening: [{ event: 'start', data: '' }],
  frame: ({ part, text }) => (part === 'trace' ? { event: 'thinking', data: text } : { event: 'token', data: text }),
  afterTrace: [{ event: 'thinking', data: '', duration: 2 }],
  closing: () => [{ event: 'metadata', data: { chatId: 'chat', chatMessageId: 'message' } }, { event: 'end', data: '[DONE]' }],
  prefix: 'message:\n',
}

export const protocols: readonly Protocol[] = [openai, deepChat, flowise]

/** What the UIs read once, before the first message. */
export const fixedAnswers: Record<string, unknown> = {
  '/v1/models': { object: 'list', data: [{ id: model, object: 'model', created: 0, owned_by: 'telltale' }] },
  '/api/v1/chatflows-streaming/fake': { isStreaming: true },
  '/api/v1/public-chatbotConfig/fake': { uploads: { isImageUploadAllowed: false } },
}
