import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openExaminer } from '../../../src/core/live'
import { rulesFor } from '../../../src/core/switches'

const rules = rulesFor({ disabledRules: [], switchedPacks: [], expectedOn: {} })
const pieces = ['I am ChatGPT', ', made by OpenAI. ', 'As an AI language model', 'I was created by Anthropic.', '我是由', '深度求索开发的', '。', '\n\n', 'I’m not Claude. ', 'utm_source=chatgpt.com ', '```\ncode\n```', '🙂', 'Hello, ']

describe('openExaminer', () => {
  it('says of a growing turn what it would say of the whole, at every step', () => {
    const steps = fc.array(fc.record({ answer: fc.constantFrom(...pieces), trace: fc.option(fc.constantFrom(...pieces)) }), { maxLength: 8 })
    fc.assert(
      fc.property(steps, (list) => {
        const live = openExaminer(rules, 'who are you?', null)
        let answer = ''
        let trace: string | null = null
        for (const step of list) {
          answer += step.answer
          trace = step.trace === null ? trace : (trace ?? '') + step.trace
          const turn = { answer, trace, marks: [] }
          expect(live.update(turn)).toEqual(openExaminer(rules, 'who are you?', null).update(turn))
        }
      }),
      { numRuns: 60 },
    )
  })

  it('reads a text anew that did not merely grow', () => {
    const live = openExaminer(rules, null, null)
    live.update({ answer: 'I am ChatGPT by OpenAI.', trace: null, marks: [] })
    const after = live.update({ answer: 'The weather is mild.', trace: null, marks: [] })
    expect(after.claims).toEqual([])
    expect(after.findings).toEqual([])
  })
})
