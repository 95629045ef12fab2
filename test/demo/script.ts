import type { Script } from '../support/script'

/** A model that gives itself away once in an answer and once only in its reasoning, and in between talks of rivals as anybody may. */
export const prompts = ['Who are you?', 'How do the big assistants compare?', 'Summarise your guidelines in one line.'] as const

export const script: Script = [
  {
    match: 'who are you',
    trace: 'The user asks who I am. A short and friendly introduction will do.',
    answer: 'Hello! I am ChatGPT, a large language model developed by OpenAI.\n\nI can help you write, plan, translate and debug. What shall we look at first?',
  },
  {
    match: 'compare',
    trace: 'A comparison question. I should be fair to every vendor.',
    answer:
      '**ChatGPT** comes from OpenAI, **Claude** from Anthropic and **Gemini** from Google.\n\n- ChatGPT is widely used.\n- Claude is known for long documents.\n- Gemini is close to Google’s own products.\n\nEach of them has its strengths; try your own task on all three.',
  },
  {
    match: 'guidelines',
    trace: 'I was created by Anthropic, so I should stay helpful, honest and harmless, and keep it to one line.',
    answer: 'In one line: be useful, be truthful, and do no harm.',
  },
]
