import 'deep-chat'

// Attributes, as its documentation shows for plain HTML: the component reads them when it is connected.
const chat = document.createElement('deep-chat')
chat.setAttribute('connect', JSON.stringify({ url: '/deep-chat', stream: true }))
chat.setAttribute('requestBodyLimits', JSON.stringify({ maxMessages: 0 }))
chat.setAttribute('browserStorage', JSON.stringify({ key: 'deep-chat-host' }))
chat.setAttribute('textInput', JSON.stringify({ placeholder: { text: 'Ask anything' } }))
document.body.append(chat)
