/** @jsxImportSource react */
import {
  ActionBarPrimitive, AssistantRuntimeProvider, ComposerPrimitive, MessagePrimitive, ThreadPrimitive, useLocalRuntime,
  type ChatModelAdapter, type ThreadMessage,
} from '@assistant-ui/react'
import { useEffect } from 'react'
import { createRoot } from 'react-dom/client'
import { askModel, type Message } from '../openaiStream'
import { recall, remember } from './memory'

const model: ChatModelAdapter = {
  async *run({ messages, abortSignal }) {
    const said = { trace: '', answer: '' }
    for await (const { part, text } of askModel(messages.map(asOpenAI), abortSignal)) {
      if (part === 'withdrawn') continue
      said[part] += text
      const reasoning = said.trace ? [{ type: 'reasoning' as const, text: said.trace }] : []
      const answer = said.answer ? [{ type: 'text' as const, text: said.answer }] : []
      yield { content: [...reasoning, ...answer] }
    }
  },
}

function asOpenAI({ role, content }: ThreadMessage): Message {
  return { role, content: content.map(part => (part.type === 'text' ? part.text : '')).join('') }
}

const Text = ({ text }: { text: string }) => <p className="text">{text}</p>
const Reasoning = ({ text }: { text: string }) => (
  <details className="reasoning" open>
    <summary>Reasoning</summary>
    {text}
  </details>
)

const UserMessage = () => (
  <MessagePrimitive.Root className="user">
    <MessagePrimitive.Parts components={{ Text }} />
  </MessagePrimitive.Root>
)

const AssistantMessage = () => (
  <MessagePrimitive.Root className="assistant">
    <MessagePrimitive.Parts components={{ Text, Reasoning }} />
    <ActionBarPrimitive.Root className="actions" hideWhenRunning>
      <ActionBarPrimitive.Copy>Copy</ActionBarPrimitive.Copy>
      <ActionBarPrimitive.Reload>Regenerate</ActionBarPrimitive.Reload>
    </ActionBarPrimitive.Root>
  </MessagePrimitive.Root>
)

function App() {
  const runtime = useLocalRuntime(model, { initialMessages: recall() })
  useEffect(() => runtime.thread.subscribe(() => remember(runtime.thread.getState().messages)), [runtime])
  return (
    <AssistantRuntimeProvider runtime={runtime}>
      <ThreadPrimitive.Root className="thread">
        <ThreadPrimitive.Viewport className="viewport">
          <ThreadPrimitive.Messages components={{ UserMessage, AssistantMessage }} />
        </ThreadPrimitive.Viewport>
        <ComposerPrimitive.Root className="composer">
          <ComposerPrimitive.Input placeholder="Ask anything" rows={1} />
          <ComposerPrimitive.Send>Send</ComposerPrimitive.Send>
        </ComposerPrimitive.Root>
      </ThreadPrimitive.Root>
    </AssistantRuntimeProvider>
  )
}

createRoot(document.querySelector('#app')!).render(<App />)
