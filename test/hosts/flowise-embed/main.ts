import Chatbot from 'flowise-embed/dist/web.js'

Chatbot.initFull({
  chatflowid: 'fake',
  apiHost: location.origin,
  theme: { chatWindow: { welcomeMessage: 'Hi there! How can I help?', title: 'Flowise', showTitle: true, renderHTML: false } },
})
