import 'fake-indexeddb/auto'
import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Capture } from '../../../src/core/captures/capture'
import type { PageFlag } from '../../../src/core/page'
import { eachCapture, putCapture } from '../../../src/store/captures'
import { openStore, type Store } from '../../../src/store/open'
import type { CaptureRow } from '../../../src/store/schema'
import { readHosts, readTallies } from '../../../src/store/tallies'

let store: Store
let name = 0

beforeEach(async () => {
  store = await openStore(`test-${name++}`)
})

function flag(quote: string, kind: PageFlag['kind'] = 'conflict'): PageFlag {
  return { kind, rule: `claim.${kind}`, where: 'answer', start: 0, end: quote.length, quote, identity: null, turn: 't1' }
}

function row(id: string, quotes: readonly string[], host = 'chat.example', kind: PageFlag['kind'] = 'conflict'): CaptureRow {
  const capture: Capture = {
    format: 'telltale-capture/1', id, site: 'generic', host, url: `https://${host}/${id}`, title: null, modelLabel: null,
    startedAt: '2026-01-01T00:00:00.000Z', capturedAt: '2026-01-01T00:00:00.000Z', messages: [], findings: [], claims: [],
    verdict: 'conflicting', rulePacks: [], health: 'ok', sha256: '0'.repeat(64),
  }
  return { id, host, capturedAt: capture.capturedAt, flags: quotes.map((quote) => flag(quote, kind)), capture }
}

const countsOn = async (host: string) => Object.fromEntries((await readTallies(store, host, 1000)).map((tally) => [tally.phrase, tally.count]))

describe('putCapture', () => {
  it('saves once what is saved twice', async () => {
    await putCapture(store, row('a', ['x', 'x', 'y']))
    await putCapture(store, row('a', ['x', 'x', 'y']))
    expect(await countsOn('chat.example')).toEqual({ x: 2, y: 1 })
    expect(await readHosts(store)).toMatchObject([{ host: 'chat.example', count: 3, conflicts: 3, captures: 1 }])
  })

  it('takes back what a later save no longer flags', async () => {
    await putCapture(store, row('a', ['x', 'y']))
    await putCapture(store, row('a', ['y']))
    expect(await countsOn('chat.example')).toEqual({ y: 1 })
  })

  it('moves a conversation to the id its site gave it', async () => {
    await putCapture(store, row('provisional', ['x']))
    await putCapture(store, row('final', ['x', 'y']), ['provisional', 'never-seen'])
    const ids: string[] = []
    for await (const kept of eachCapture(store)) ids.push(kept.id)
    expect(ids).toEqual(['final'])
    expect(await countsOn('chat.example')).toEqual({ x: 1, y: 1 })
    expect(await readHosts(store)).toMatchObject([{ captures: 1, count: 2 }])
  })

  it('counts the same words anew when what they are has changed', async () => {
    await putCapture(store, row('a', ['x'], 'chat.example', 'claim'))
    await putCapture(store, row('a', ['x'], 'chat.example', 'conflict'))
    expect((await readTallies(store, 'chat.example', 9)).map(({ kind, count }) => [kind, count])).toEqual([['conflict', 1]])
  })

  it('shortens a phrase, and joins phrases that differ in white space alone', async () => {
    await putCapture(store, row('a', ['one  two', 'one\ntwo', 'z'.repeat(1000)]))
    expect(await countsOn('chat.example')).toEqual({ 'one two': 2, ['z'.repeat(300)]: 1 })
  })

  it('keeps counts that agree with the captures, whatever is saved', async () => {
    const saves = fc.array(fc.record({ id: fc.constantFrom('a', 'b', 'c'), quotes: fc.array(fc.constantFrom('p', 'q', 'r'), { maxLength: 5 }), replaces: fc.subarray(['a', 'b', 'c']) }))
    await fc.assert(
      fc.asyncProperty(saves, async (list) => {
        store = await openStore(`test-${name++}`)
        for (const { id, quotes, replaces } of list) await putCapture(store, row(id, quotes), replaces)
        const counted: Record<string, number> = {}
        let captures = 0
        for await (const kept of eachCapture(store)) {
          captures++
          for (const { quote } of kept.flags) counted[quote] = (counted[quote] ?? 0) + 1
        }
        expect(await countsOn('chat.example')).toEqual(counted)
        const [total] = await readHosts(store)
        expect(total?.captures ?? 0).toBe(captures)
        expect(total?.count ?? 0).toBe(Object.values(counted).reduce((sum, count) => sum + count, 0))
      }),
      { numRuns: 40 },
    )
  })
})

describe('readTallies', () => {
  it('gives conflicts first, then the most frequent, of one host, no more than asked', async () => {
    await putCapture(store, row('a', ['often', 'often', 'once']))
    await putCapture(store, row('b', ['habit', 'habit', 'habit'], 'chat.example', 'boilerplate'))
    await putCapture(store, row('c', ['elsewhere'], 'chat.example.org'))
    expect((await readTallies(store, 'chat.example', 9)).map((tally) => tally.phrase)).toEqual(['often', 'once', 'habit'])
    expect(await readTallies(store, 'chat.example', 2)).toHaveLength(2)
  })
})
