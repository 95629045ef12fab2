import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonicalJson, isSealed, sealCapture } from '../../../../src/core/captures/seal'
import { captureWith, snapshots } from './arbitrary'

describe('canonical JSON', () => {
  test('does not depend on the order of keys, and is JSON', () => {
    expect(canonicalJson({ b: [1, { d: null, c: 'é\ud800' }], a: undefined, '\u20ac': true })).toBe('{"b":[1,{"c":"é\\ud800","d":null}],"€":true}')
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)))
      }),
    )
  })
})

describe('the seal', () => {
  test('is the SHA-256 of the rest, as anyone can compute it', async () => {
    const capture = captureWith([{ role: 'user', content: 'hi', id: 'u1', at: '2026-01-01T00:00:00.000Z' }], 1)
    const { sha256 } = await sealCapture(capture)
    expect(sha256).toBe(createHash('sha256').update(canonicalJson(capture), 'utf8').digest('hex'))
  })

  test('holds through JSON, is the same when sealed again, and breaks with any change of the text', async () => {
    await fc.assert(
      fc.asyncProperty(snapshots(1), async ([reading]) => {
        const sealed = await sealCapture(reading!)
        expect(await isSealed(JSON.parse(JSON.stringify(sealed)))).toBe(true)
        expect(await sealCapture(sealed)).toEqual(sealed)
        expect(await isSealed({ ...sealed, title: `${sealed.title}.` })).toBe(false)
      }),
    )
  })
})
