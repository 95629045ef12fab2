import fc from 'fast-check'
import { CAPTURE_FORMAT, worstVerdict, type Message, type StoredFinding, type UnsealedCapture } from '../../../../src/core/captures/capture'

/** Text a page may hold: anything, and what is dangerous somewhere. */
export const hostileText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom(
    '<img src=x onerror=alert(1)>',
    '</script><script>alert(1)</script>',
    '</style></mark><svg onload=alert(1)>',
    '=cmd()',
    "'=1+1",
    '+1',
    '@SUM(A1)',
    '\t=1',
    '＝1+1',
    '# heading\n\n[link](javascript:alert(1)) ![x](http://x.test/i.png)\n\n```\n~~~\n````````\n<b>',
    'a "quoted", cell\r\nwith lines',
    '\ud800 lone \udc00',
    '\u202egnp.exe\u202c \u2066x\u2069',
    'nul \0 bell \x07',
    '\u2028\u2029\u0085',
    '<!-- --> ]]> &lt; &amp;amp;',
    '`` ` ``',
  ),
)

const minute = (n: number) => new Date(Date.UTC(2026, 0, 1, 0, n)).toISOString()

interface Told {
  role: 'user' | 'assistant'
  text: string
  trace: string | null
}

const told: fc.Arbitrary<Told> = fc.record({
  role: fc.constantFrom('user' as const, 'assistant' as const),
  text: fc.oneof(fc.constantFrom('who are you?', 'I am ChatGPT, made by OpenAI.', 'yes', ''), hostileText),
  trace: fc.option(fc.constantFrom('Okay, so I am Gemini.', 'hm')),
})

const snapshotPlan = fc.record({
  minute: fc.nat(20),
  from: fc.nat(3),
  rewritten: fc.option(fc.tuple(fc.nat(5), fc.constantFrom('Sorry, I cannot.', 'I am DeepSeek.'))),
  cut: fc.option(fc.nat(12)),
})

/** Readings of one conversation: windows onto it, at various times, some of them mid-stream or after an edit. */
export const snapshots = (count: number): fc.Arbitrary<UnsealedCapture[]> =>
  fc.tuple(fc.array(told, { minLength: 1, maxLength: 6 }), fc.array(snapshotPlan, { minLength: count, maxLength: count })).map(([turns, plans]) =>
    plans.map((plan) => {
      const messages = turns.map((turn, i) => messageOf(turn, i, plan.minute))
      if (plan.rewritten && messages[plan.rewritten[0]]) messages[plan.rewritten[0]]!.content = plan.rewritten[1]
      const last = messages.at(-1)!
      if (plan.cut !== null) Object.assign(last, { content: last.content.slice(0, plan.cut), partial: true })
      return captureWith(messages.slice(Math.min(plan.from, messages.length - 1)), plan.minute)
    }),
  )

function messageOf(turn: Told, i: number, at: number): Message {
  return { role: turn.role, content: turn.text, ...(turn.trace !== null && { reasoning_content: turn.trace }), id: `t${i}`, at: minute(at) }
}

/** A capture of these messages in which every ChatGPT, Gemini and DeepSeek is found. */
export function captureWith(messages: Message[], at: number, more: Partial<UnsealedCapture> = {}): UnsealedCapture {
  const findings = messages.flatMap(findingsIn)
  return {
    format: CAPTURE_FORMAT,
    id: 'deepseek:chat.deepseek.com:c1',
    site: 'deepseek',
    host: 'chat.deepseek.com',
    url: 'https://chat.deepseek.com/a/chat/s/c1',
    title: null,
    modelLabel: null,
    startedAt: minute(at),
    capturedAt: minute(at),
    messages,
    findings,
    claims: [],
    verdict: worstVerdict(findings.map(() => 'conflicting')),
    rulePacks: [{ id: 'identity', version: '1' }],
    health: 'ok',
    ...more,
  }
}

const products = /ChatGPT|Gemini|DeepSeek/g

function findingsIn(message: Message): StoredFinding[] {
  const parts = [['trace', message.reasoning_content ?? ''], ['answer', message.content]] as const
  return parts.flatMap(([where, text]) =>
    [...text.matchAll(products)].map((match) => ({
      rule: `identity.${match[0].toLowerCase()}`,
      family: 'identity' as const,
      where,
      start: match.index,
      end: match.index + match[0].length,
      quote: match[0],
      pointsTo: { developer: null, product: match[0] },
      turn: message.id,
    })),
  )
}
