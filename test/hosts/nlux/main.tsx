/** @jsxImportSource react */
import { AiChat, useAsStreamAdapter, type StreamSend } from '@nlux/react'
import '@nlux/themes/nova.css'
import { createRoot } from 'react-dom/client'
import { askModel } from '../openaiStream'

const send: StreamSend = async (prompt, observer) => {
  try {
    // nlux has no place for reasoning; a page that shows it at all folds it in as a block quote.
    for await (const { part, text } of askModel([{ role: 'user', content: prompt }])) if (part === 'answer') observer.next(text)
    observer.complete()
  } catch (error) {
    observer.error(error as Error)
  }
}

function App() {
  const adapter = useAsStreamAdapter(send, [])
  return (
    <AiChat
      adapter={adapter}
      displayOptions={{ colorScheme: 'light' }}
      composerOptions={{ placeholder: 'Ask anything' }}
      personaOptions={{ assistant: { name: 'Assistant', avatar: '', tagline: 'A scripted model' } }}
    />
  )
}

createRoot(document.querySelector('#app')!).render(<App />)
