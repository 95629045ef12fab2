import { sealCapture } from '../../../../src/core/captures/seal'
import type { Capture, Message, UnsealedCapture } from '../../../../src/core/captures/capture'
import { captureWith } from '../captures/arbitrary'

export { hostileText } from '../captures/arbitrary'

export const about = { generatedAt: '2026-01-02T00:00:00.000Z', version: '0.0.0' }

/** A capture in which everything that comes from a page is `text`, and `text` itself is flagged. */
export function captureOfText(text: string): Promise<Capture> {
  const message = (id: string, role: Message['role']): Message => ({ id, role, content: `${text} and ${text}`, reasoning_content: text, at: '2026-01-01T00:00:00.000Z' })
  const span = { where: 'answer' as const, start: 0, end: text.length, quote: text, turn: 'a1' }
  const more: Partial<UnsealedCapture> = {
    title: text,
    modelLabel: text,
    site: text,
    url: `javascript:${text}`,
    host: text,
    expected: { developers: [text], products: [text], source: text },
    rulePacks: [{ id: text, version: text }],
    findings: [{ ...span, rule: text, family: 'custom', pointsTo: { developer: text, product: text }, pack: text }],
    claims: [{ ...span, polarity: 'claimed', strength: 'direct', developer: 'openai', product: text, lang: 'en', because: [text] }],
    verdict: 'conflicting',
  }
  return sealCapture(captureWith([message('u1', 'user'), message('a1', 'assistant')], 1, more))
}
