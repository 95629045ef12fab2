import { describe, expect, it } from 'vitest'
import { follow } from '../../../src/content/follow'
import type { Reading, ReadTurn } from '../../../src/sites/site'

const turn = (role: 'user' | 'assistant', answer: string) => ({ id: answer, role, answer, trace: null, marks: [], streaming: false }) as unknown as ReadTurn
const reading = (texts: readonly string[], url = 'https://chat.example/', conversationId: string | null = null) =>
  ({ site: 'generic', url, conversationId, turns: texts.map((text) => turn(text.startsWith('q') ? 'user' : 'assistant', text)) }) as unknown as Reading
const seen = (one: Reading) => ({ followed: follow(null, one), reading: one, turns: one.turns })

describe('which conversation a page shows', () => {
  const before = seen(reading(['q1', 'a1', 'q2', 'a2']))

  it('is the same when the list was scrolled and something remembered is still there', () => {
    expect(follow(before, reading(['q2', 'a2', 'q3', 'a3']))).toEqual(before.followed)
    expect(follow(before, reading(['q0', 'a0', 'q1', 'a1']))).toEqual(before.followed)
  })

  it('is another when nothing remembered is there, or the address is another', () => {
    expect(follow(before, reading(['q9', 'a9'])).id).not.toBe(before.followed.id)
    expect(follow(before, reading(['q9', 'a1'], 'https://chat.example/other')).id).not.toBe(before.followed.id)
  })

  it('is what the site calls it as soon as it does', () => {
    const named = follow(before, reading(['q1', 'a1'], 'https://chat.example/c/7', '7'))
    expect(named.id).toBe('generic:chat.example:7')
    expect(named.aliases).toEqual([before.followed.id])
  })
})
