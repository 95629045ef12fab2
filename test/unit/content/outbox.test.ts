import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { UnsealedCapture } from '../../../src/core/captures/capture'

vi.mock('webextension-polyfill', () => ({ default: {} }))
const { openOutbox } = await import('../../../src/content/outbox')

const snapshot = (id: string, content: string) => [id, () => ({ id, messages: [{ content }] }) as unknown as UnsealedCapture] as const

describe('openOutbox', () => {
  let sent: string[]
  let failing: boolean
  let gone: AbortController
  const send = async (capture: UnsealedCapture) => {
    if (failing) throw new Error('the worker died')
    sent.push(capture.messages[0]!.content)
  }

  beforeEach(() => {
    vi.useFakeTimers()
    vi.spyOn(console, 'warn').mockImplementation(() => undefined)
    sent = []
    failing = false
    gone = new AbortController()
  })
  afterEach(() => void vi.useRealTimers())

  it('sends the newest of each conversation, once', async () => {
    const outbox = openOutbox(gone.signal, send)
    outbox.put(...snapshot('a', 'a1'))
    outbox.put(...snapshot('a', 'a2'))
    outbox.put(...snapshot('b', 'b1'))
    await vi.advanceTimersByTimeAsync(60_000)
    expect(sent).toEqual(['a2', 'b1'])
  })

  it('keeps what was not acknowledged and sends it when it can be', async () => {
    const outbox = openOutbox(gone.signal, send)
    failing = true
    outbox.put(...snapshot('a', 'a1'))
    await vi.advanceTimersByTimeAsync(5_000)
    expect(sent).toEqual([])
    failing = false
    await vi.advanceTimersByTimeAsync(60_000)
    expect(sent).toEqual(['a1'])
  })

  it('sends at once when the page goes away, and nothing after the extension is gone', async () => {
    const outbox = openOutbox(gone.signal, send)
    outbox.put(...snapshot('a', 'a1'))
    outbox.flush()
    await vi.advanceTimersByTimeAsync(0)
    expect(sent).toEqual(['a1'])
    outbox.put(...snapshot('a', 'a2'))
    gone.abort()
    await vi.advanceTimersByTimeAsync(60_000)
    expect(sent).toEqual(['a1'])
  })
})
