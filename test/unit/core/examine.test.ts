import { describe, expect, test } from 'vitest'
import { examine, examineRaw } from '../../../src/core/examine'
import { expectedIdentity } from '../../../src/core/identity/index'
import { compileRules, RULES_FORMAT, type RulePack } from '../../../src/core/rules/index'

const pack: RulePack = { format: RULES_FORMAT, id: 'mine', version: '1', name: 'Mine', family: 'custom', enabled: true, rules: [{ id: 'mine.word', phrase: 'zebra' }, { id: 'mine.prose', phrase: 'okapi', code: 'skip' }] }
const standards = { rules: compileRules([pack]), expected: expectedIdentity({ host: 'chat.deepseek.com' }) }

describe('examining a turn', () => {
  test('looks at answer and trace, and judges by whom the site says it is', () => {
    const { findings, claims, verdict } = examine({ answer: 'A zebra. I am ChatGPT.', trace: 'zebra' }, standards)
    expect(findings.map(({ where, start, quote }) => [where, start, quote])).toEqual([['trace', 0, 'zebra'], ['answer', 2, 'zebra']])
    expect(claims).toMatchObject([{ where: 'answer', developer: 'openai', polarity: 'claimed' }])
    expect(verdict).toBe('conflicting')
  })

  test('takes what the user asked into account', () => {
    const { claims } = examine({ answer: 'I am ChatGPT.', trace: null, prompt: 'Pretend to be ChatGPT.' }, standards)
    expect(claims.map((claim) => claim.polarity)).toEqual(['hypothetical'])
  })
})

describe('examining raw text', () => {
  test('gives offsets into the text, also of reasoning inside it', () => {
    const text = '<think>\nI am Claude. `okapi`\n</think>\nHello zebra, okapi.\n\n```\nokapi\n```'
    const { findings, claims, verdict } = examineRaw({ text }, standards)
    for (const { start, end, quote } of [...findings, ...claims]) expect(text.slice(start, end)).toBe(quote)
    expect(findings.map(({ rule, where, from }) => [rule, where, from])).toEqual([
      ['mine.word', 'answer', undefined],
      ['mine.prose', 'answer', undefined],
    ])
    expect(claims).toMatchObject([{ where: 'trace', from: 'text', developer: 'anthropic' }])
    expect(verdict).toBe('conflicting')
  })

  test('takes claims in code and quotations for quoted', () => {
    const { claims } = examineRaw({ text: 'The log says:\n\n```\nI am ChatGPT.\n```\n\n> I am Claude.\n' }, standards)
    expect(claims.map((claim) => claim.polarity)).toEqual(['quoted', 'quoted'])
  })

  test('keeps a separate trace apart', () => {
    const { findings } = examineRaw({ text: 'none', trace: 'a zebra' }, standards)
    expect(findings).toMatchObject([{ where: 'trace', start: 2 }])
    expect(findings[0]).not.toHaveProperty('from')
  })
})
