import * as v from 'valibot'
import { beforeEach, describe, expect, it, vi } from 'vitest'

type Listener = (message: unknown, sender: object) => unknown

const runtime = vi.hoisted(() => ({
  listeners: [] as Listener[],
  sender: { id: 'us', url: 'https://chat.example/', tab: { id: 7 } } as object,
}))

vi.mock('webextension-polyfill', () => ({
  default: {
    runtime: {
      id: 'us',
      getURL: (path: string) => `chrome-extension://us/${path}`,
      onMessage: { addListener: (listener: Listener) => runtime.listeners.push(listener) },
      // As a browser does it: the message is copied, and errors lose everything but their text.
      sendMessage: async (message: unknown) => {
        const answers = runtime.listeners.map((listener) => listener(JSON.parse(JSON.stringify(message)), runtime.sender))
        return answers.find((answer) => answer !== undefined)
      },
    },
    tabs: { sendMessage: async () => Promise.reject(new Error('Could not establish connection. Receiving end does not exist.')) },
  },
}))

const { answer, ask, askTab } = await import('../../../src/platform/messages')

type Messages = { double: (input: { n: number }) => number; who: (input: null) => { tabId: number | null; own: boolean }; fail: (input: null) => null }

beforeEach(() => {
  runtime.listeners.length = 0
  runtime.sender = { id: 'us', url: 'https://chat.example/', tab: { id: 7 } }
  answer<Messages>({
    double: { schema: v.object({ n: v.number() }), run: ({ n }) => n * 2 },
    who: { schema: v.null(), run: (_, { tabId, own }) => ({ tabId, own }) },
    fail: {
      schema: v.null(),
      run: () => {
        throw new RangeError('out of paper')
      },
    },
  })
})

describe('messages', () => {
  it('are answered with their value', async () => {
    expect(await ask<Messages, 'double'>('double', { n: 21 })).toBe(42)
  })

  it('are checked where they enter', async () => {
    await expect(ask<Messages, 'double'>('double', { n: 'many' } as never)).rejects.toThrow(/n/)
  })

  it('bring back what went wrong', async () => {
    await expect(ask<Messages, 'fail'>('fail', null)).rejects.toThrow('out of paper')
  })

  it('tell who asks: a tab’s content script, or a page of our own', async () => {
    expect(await ask<Messages, 'who'>('who', null)).toEqual({ tabId: 7, own: false })
    runtime.sender = { id: 'us', url: 'chrome-extension://us/src/popup/index.html' }
    expect(await ask<Messages, 'who'>('who', null)).toEqual({ tabId: null, own: true })
  })

  it('of others, and of names nobody knows, are left unanswered', async () => {
    runtime.sender = { id: 'somebody else', url: 'https://chat.example/' }
    await expect(ask<Messages, 'who'>('who', null)).rejects.toThrow(/did not answer/)
    runtime.sender = { id: 'us' }
    await expect(ask<{ toString: (input: null) => null }, 'toString'>('toString', null)).rejects.toThrow(/did not answer/)
  })

  it('to a tab without our content script give null', async () => {
    expect(await askTab<Messages, 'who'>(3, 'who', null)).toBeNull()
  })
})
