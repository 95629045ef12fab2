/** @jsxImportSource react */
import '@chatscope/chat-ui-kit-styles/dist/default/styles.min.css'
import { ChatContainer, MainContainer, Message, MessageInput, MessageList, TypingIndicator } from '@chatscope/chat-ui-kit-react'
import { useState } from 'react'
import { createRoot } from 'react-dom/client'
import { askModel, type Message as Asked } from '../openaiStream'

// The kit sets what it is given as innerHTML; text that came from a model has to be escaped by the page.
const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('\n', '<br>')

function App() {
  const [messages, setMessages] = useState<Asked[]>([])
  const [busy, setBusy] = useState(false)
  const send = async (content: string) => {
    const asked: Asked[] = [...messages, { role: 'user', content }]
    setMessages(asked)
    setBusy(true)
    let said = ''
    for await (const { part, text } of askModel(asked)) {
      if (part !== 'answer') continue
      said += text
      setMessages([...asked, { role: 'assistant', content: said }])
    }
    setBusy(false)
  }
  return (
    <MainContainer>
      <ChatContainer>
        <MessageList typingIndicator={busy ? <TypingIndicator content="Assistant is typing" /> : undefined}>
          {messages.map(({ role, content }, index) => (
            <Message key={index} model={{ message: escaped(content), direction: role === 'user' ? 'outgoing' : 'incoming', position: 'single' }} />
          ))}
        </MessageList>
        <MessageInput placeholder="Ask anything" attachButton={false} onSend={(_html, text) => void send(text)} />
      </ChatContainer>
    </MainContainer>
  )
}

createRoot(document.querySelector('#app')!).render(<App />)
