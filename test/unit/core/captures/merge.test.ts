import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Message, UnsealedCapture } from '../../../../src/core/captures/capture'
import { mergeCaptures } from '../../../../src/core/captures/merge'
import { parseCapture } from '../../../../src/core/captures/schema'
import { sealCapture } from '../../../../src/core/captures/seal'
import { captureWith, snapshots } from './arbitrary'

const ask = (id: string, content = 'who are you?'): Message => ({ role: 'user', content, id, at: '2026-01-01T00:00:00.000Z' })
const say = (id: string, content: string, more: Partial<Message> = {}): Message => ({ role: 'assistant', content, id, at: '2026-01-01T00:00:00.000Z', ...more })
const contents = (capture: UnsealedCapture) => capture.messages.map((message) => message.content)

describe('merging two captures of a conversation', () => {
  test('gives the same whichever comes first', () => {
    fc.assert(
      fc.property(snapshots(2), ([a, b]) => {
        expect(mergeCaptures(a!, b!)).toEqual(mergeCaptures(b!, a!))
      }),
    )
  })

  test('changes nothing when repeated', () => {
    fc.assert(
      fc.property(snapshots(2), ([a, b]) => {
        const merged = mergeCaptures(a!, b!)
        expect(mergeCaptures(a!, a!).messages).toEqual(a!.messages)
        expect(mergeCaptures(merged, a!)).toEqual(merged)
        expect(mergeCaptures(merged, b!)).toEqual(merged)
        expect(mergeCaptures(merged, merged)).toEqual(merged)
      }),
    )
  })

  test('loses no settled text and no flagged quote, and repeats no id', () => {
    fc.assert(
      fc.property(snapshots(3), (readings) => {
        const merged = readings.reduce(mergeCaptures)
        const texts = contents(merged)
        for (const message of readings.flatMap((reading) => reading.messages)) {
          if (!message.partial) expect(texts.some((text) => text.startsWith(message.content))).toBe(true)
        }
        for (const { quote } of readings.flatMap((reading) => reading.findings)) expect(merged.findings.map((found) => found.quote)).toContain(quote)
        const ids = merged.messages.map((message) => message.id)
        expect(new Set(ids).size).toBe(ids.length)
      }),
    )
  })

  test('gives a capture that is valid, every quote in its place', async () => {
    await fc.assert(
      fc.asyncProperty(snapshots(3), async (readings) => {
        const sealed = await sealCapture(readings.reduce(mergeCaptures))
        expect(parseCapture(JSON.parse(JSON.stringify(sealed)))).toEqual(sealed)
      }),
    )
  })

  test('an answer regenerated under another id is a version of the new one, not a turn beside it', () => {
    const before = captureWith([ask('u1'), say('old', 'I am Otto.')], 1)
    const replaced = '2026-01-01T00:00:02.000Z'
    const after = captureWith([ask('u1'), say('old@1', 'I am Otto.', { versionOf: 'new', replaced }), say('new', 'Hello there.')], 2)
    const merged = mergeCaptures(before, after)
    expect(merged.messages.map(({ content, versionOf }) => [content, versionOf])).toEqual([['who are you?', undefined], ['I am Otto.', 'new'], ['Hello there.', undefined]])
    expect(mergeCaptures(merged, after)).toEqual(merged)
    expect(mergeCaptures(merged, before)).toEqual(merged)
  })

  test('keeps turns that the page has unmounted, in page order', () => {
    const first = captureWith([ask('u1', 'a'), say('a1', 'b'), ask('u2', 'c'), say('a2', 'd')], 1)
    const later = captureWith([ask('u2', 'c'), say('a2', 'd'), ask('u3', 'e')], 2)
    expect(contents(mergeCaptures(first, later))).toEqual(['a', 'b', 'c', 'd', 'e'])
  })

  test('keeps an answer that was regenerated as a version, with its findings', () => {
    const first = captureWith([ask('u1'), say('a1', 'I am ChatGPT.')], 1)
    const later = captureWith([ask('u1'), say('a1', 'I am DeepSeek.')], 2)
    const merged = mergeCaptures(first, later)
    const [, version, current] = merged.messages
    expect(version).toMatchObject({ content: 'I am ChatGPT.', versionOf: 'a1', replaced: first.capturedAt })
    expect(current).toMatchObject({ content: 'I am DeepSeek.', id: 'a1' })
    expect(merged.findings.map(({ turn, quote }) => [turn, quote])).toEqual([
      [version!.id, 'ChatGPT'],
      ['a1', 'DeepSeek'],
    ])
  })

  test('takes a growing answer as one text', () => {
    const grown = ['I am', 'I am Chat', 'I am ChatGPT.'].map((text, i) => captureWith([ask('u1'), say('a1', text, { partial: true })], i))
    const merged = grown.reduce(mergeCaptures)
    expect(contents(merged)).toEqual(['who are you?', 'I am ChatGPT.'])
    expect(merged.findings).toHaveLength(1)
  })

  test('drops a half-rendered text that the settled one replaces', () => {
    const arriving = captureWith([say('a1', 'The answer is **bo', { partial: true })], 1)
    const settled = captureWith([say('a1', 'The answer is bold.')], 2)
    expect(contents(mergeCaptures(arriving, settled))).toEqual(['The answer is bold.'])
  })

  test('keeps a half-rendered text when it held a flagged quote that is gone', () => {
    const arriving = captureWith([say('a1', 'The short answer is that I am ChatGPT', { partial: true })], 1)
    const settled = captureWith([say('a1', 'The short answer is that I am here.')], 2)
    expect(mergeCaptures(arriving, settled).findings.map((found) => found.quote)).toEqual(['ChatGPT'])
  })

  test('keeps the first time an answer was withdrawn, and its text', () => {
    const shown = captureWith([say('a1', 'I am ChatGPT.')], 1)
    const gone = captureWith([say('a1', 'I am ChatGPT.', { withdrawn: '2026-01-01T00:02:00.000Z' })], 2)
    expect(mergeCaptures(gone, shown).messages).toEqual(gone.messages)
  })

  test('knows a turn again that the site gave another id', () => {
    const first = captureWith([ask('tmp_1'), say('tmp_2', 'I am Chat', { partial: true })], 1)
    const later = captureWith([ask('m1'), say('m2', 'I am ChatGPT.')], 2)
    expect(mergeCaptures(first, later).messages.map((message) => message.id)).toEqual(['m1', 'm2'])
  })

  test('takes a question asked twice for two turns', () => {
    const first = captureWith([ask('u1'), say('a1', 'I am A.')], 1)
    const later = captureWith([say('a1', 'I am A.'), ask('u2'), say('a2', 'I am B.')], 2)
    expect(contents(mergeCaptures(first, later))).toEqual(['who are you?', 'I am A.', 'who are you?', 'I am B.'])
  })

  test('takes the id the site gave, and remembers the one before', () => {
    const before = captureWith([ask('u1')], 1, { id: 'deepseek:chat.deepseek.com:~/:x' })
    const after = captureWith([ask('u1')], 2, { aliases: [before.id] })
    expect(mergeCaptures(before, after)).toMatchObject({ id: after.id, aliases: [before.id] })
    expect(mergeCaptures(after, before)).toMatchObject({ id: after.id, aliases: [before.id] })
  })

  test('refuses captures of different conversations', () => {
    const [one, other] = [captureWith([ask('u1')], 1), captureWith([ask('u1')], 1, { id: 'deepseek:chat.deepseek.com:c2' })]
    expect(() => mergeCaptures(one, other)).toThrow('c1')
  })

  test('is as unwell as the worse of the two', () => {
    const broken = captureWith([ask('u1')], 1, { health: 'broken' })
    expect(mergeCaptures(broken, captureWith([ask('u1')], 2)).health).toBe('broken')
  })
})
