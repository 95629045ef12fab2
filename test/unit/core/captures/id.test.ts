import { describe, expect, test } from 'vitest'
import { captureId, continues, followConversation, isProvisional } from '../../../../src/core/captures/id'
import { captureWith } from './arbitrary'

const page = (url: string, conversationId: string | null, question = 'who are you?') => ({
  site: 'deepseek',
  url,
  conversationId,
  turns: [{ role: 'user' as const, answer: question }],
})

describe('the id of a capture', () => {
  test('is the conversation, whatever the address around it', () => {
    const id = captureId(page('https://chat.deepseek.com/a/chat/s/c1', 'c1'))
    expect(captureId(page('https://chat.deepseek.com/a/chat/s/c1?utm=1#x', 'c1', 'other'))).toBe(id)
    expect(captureId(page('https://chat.deepseek.com/a/chat/s/c2', 'c2'))).not.toBe(id)
    expect(captureId(page('https://mirror.test/a/chat/s/c1', 'c1'))).not.toBe(id)
  })

  test('without a conversation id is the place and the first question', () => {
    const id = captureId(page('http://localhost:3000/', null))
    expect(isProvisional(id)).toBe(true)
    expect(captureId(page('http://localhost:3000/#part', null))).toBe(id)
    expect(captureId(page('http://localhost:3000/', null, 'hello'))).not.toBe(id)
    expect(captureId(page('http://localhost:3000/chat', null))).not.toBe(id)
    expect(captureId(page('http://localhost:3000/#/chat/2', null))).not.toBe(captureId(page('http://localhost:3000/#/chat/1', null)))
  })

  test('cannot be made provisional or forged by a page', () => {
    const forged = captureId(page('https://chat.deepseek.com/', '~/:x'))
    expect(isProvisional(forged)).toBe(false)
    expect(isProvisional(captureId(page('https://chat.deepseek.com/', 'a:~b')))).toBe(false)
  })
})

describe('following a conversation', () => {
  test('through the address it gets after the first message', () => {
    const asked = followConversation(null, page('https://chat.deepseek.com/', null))
    const named = followConversation(asked, page('https://chat.deepseek.com/a/chat/s/c1', 'c1'))
    expect(named).toMatchObject({ id: 'deepseek:chat.deepseek.com:c1', aliases: [asked.id] })
    expect(followConversation(named, page('https://chat.deepseek.com/a/chat/s/c1', 'c1'))).toEqual(named)
  })

  test('ends when another is opened', () => {
    const first = followConversation(null, page('https://chat.deepseek.com/a/chat/s/c1', 'c1'))
    expect(followConversation(first, page('https://chat.deepseek.com/a/chat/s/c2', 'c2')).aliases).toEqual([])
    const asked = followConversation(null, page('https://chat.deepseek.com/', null))
    expect(followConversation(asked, page('https://chat.deepseek.com/a/chat/s/c2', 'c2', 'hello')).aliases).toEqual([])
  })
})

test('a capture continues another when it begins with what the other had', () => {
  const message = (content: string) => ({ role: 'assistant' as const, content, id: content, at: '2026-01-01T00:00:00.000Z' })
  const begun = captureWith([message('I am Chat')], 1)
  expect(continues(begun, captureWith([message('I am ChatGPT.'), message('more')], 2))).toBe(true)
  expect(continues(begun, captureWith([message('I am DeepSeek.')], 2))).toBe(false)
  expect(continues(begun, captureWith([], 2))).toBe(false)
})
