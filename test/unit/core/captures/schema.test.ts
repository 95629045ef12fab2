import { toJsonSchema } from '@valibot/to-json-schema'
import { describe, expect, test } from 'vitest'
import { captureSchema, parseCapture } from '../../../../src/core/captures/schema'
import type { Capture } from '../../../../src/core/captures/capture'
import { isSealed, sealCapture } from '../../../../src/core/captures/seal'
import { captureOfText } from '../export/hostile'

const capture = await captureOfText('x')

test('docs/schemas/capture.json is generated from the schema that validates (vitest -u writes it)', async () => {
  const schema = { title: 'telltale-capture/1', description: 'One kept conversation; a line of a JSONL export. See docs/exports.md.', ...toJsonSchema(captureSchema) }
  await expect(`${JSON.stringify(schema, null, 2)}\n`).toMatchFileSnapshot('../../../../docs/schemas/capture.json')
})

describe('a capture from elsewhere', () => {
  test.each([
    [{ format: 'telltale-capture/2' }, 'format: '],
    [{ id: '' }, 'id: '],
    [{ capturedAt: 'yesterday' }, 'capturedAt: '],
    [{ messages: [{ role: 'system', content: '', id: 'x', at: '2026-01-01T00:00:00Z' }] }, 'messages.0.role: '],
    [{ findings: [{ rule: 'x' }] }, 'findings.0.'],
    [{ messages: [] }, 'message a1 has not the quoted text at answer 0 to 1'],
  ])('is refused with the field that is wrong: %j', async (wrong, message) => {
    expect(() => parseCapture({ ...structuredClone(capture), ...wrong })).toThrow(message)
  })

  test('is refused when two messages share an id', () => {
    const [first] = capture.messages
    expect(() => parseCapture({ ...capture, messages: [first, ...capture.messages] })).toThrow('two messages have one id')
  })

  test('keeps the fields of a later version, which its seal covers', async () => {
    const later = await sealCapture({ ...capture, novelty: 1 } as Capture)
    expect(await isSealed(parseCapture(JSON.parse(JSON.stringify(later))))).toBe(true)
  })
})
