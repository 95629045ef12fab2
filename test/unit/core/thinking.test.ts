import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { marksOf } from '../../../src/core/markdown'
import { stretchesOf } from '../../../src/core/thinking'

function parts(text: string) {
  const { answer, trace } = stretchesOf(text, marksOf(text, 'answer'))
  return { answer: answer.map(({ start, end }) => text.slice(start, end)), trace: trace.map(({ start, end }) => text.slice(start, end)) }
}

describe('reasoning in a text', () => {
  test.each([
    ['<think>a</think>b', { trace: ['a'], answer: ['b'] }],
    ['\n <thinking>\na\n</thinking>\n\nb', { trace: ['\na\n'], answer: ['\n\nb'] }],
    ['a\n</think>\n\nb', { trace: ['a\n'], answer: ['\n\nb'] }],
    ['◁think▷a◁/think▷b', { trace: ['a'], answer: ['b'] }],
    ['<think>\nstill going', { trace: ['\nstill going'], answer: [] }],
    ['<think>a</think>b\n<think>c</think>d', { trace: ['a', 'c'], answer: ['b', 'd'] }],
    ['<think></think>b', { trace: [''], answer: ['b'] }],
    ['Close it with `</think>`\nor <think> in a line', { trace: [], answer: ['Close it with `</think>`\nor <think> in a line'] }],
    ['```\n<think>a</think>\n```\nb', { trace: [], answer: ['```\n<think>a</think>\n```\nb'] }],
    ['I think </think> is a tag', { trace: [], answer: ['I think </think> is a tag'] }],
    ['', { trace: [], answer: [''] }],
  ])('%j', (text, expected) => {
    expect(parts(text)).toEqual(expected)
  })

  test('and answer never overlap and leave out only tags', () => {
    const piece = fc.constantFrom('<think>', '</think>', '\n', 'a', ' ', '`', '◁think▷', '◁/think▷', '[THINK]')
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join('')), (text) => {
        const { answer, trace } = stretchesOf(text, marksOf(text, 'answer'))
        const all = [...answer, ...trace].sort((a, b) => a.start - b.start || a.end - b.end)
        const gaps = all.map(({ start }, i) => text.slice(all[i - 1]?.end ?? 0, start)).concat(text.slice(all.at(-1)?.end ?? 0))
        for (const gap of gaps) expect(gap).toMatch(/^(?:\s*(?:<\/?think>|◁\/?think▷|\[\/?THINK\]))*$/)
      }),
    )
  })
})
