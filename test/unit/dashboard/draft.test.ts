import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkUserRule, type Rule } from '../../../src/core/rules/index'
import { draftFromRule, emptyDraft, idFor, isBlank, ruleFromDraft } from '../../../src/dashboard/views/workbench/draft'
import { stretchesOf } from '../../../src/dashboard/views/workbench/marked'

const rules: Rule[] = [
  { id: 'custom.a', phrase: 'as I said' },
  { id: 'custom.b', anyOf: ['one thing', '另一个'], match: 'case', boundary: 'none', where: 'trace', code: 'skip', severity: 'low', note: 'seen once' },
  { id: 'custom.c', regex: ' made by \\w+ ', match: 'exact', pointsTo: { developer: 'openai', product: null } },
  { id: 'custom.d', near: { first: ['trained'], second: ['by', 'at'], within: 12, ordered: true }, source: 'a colleague', family: 'refusal', examples: { match: ['trained by'], noMatch: ['by'] } },
]

describe('a draft', () => {
  it.each(rules)('of $id is the same rule again when nothing is changed', (rule) => {
    expect(ruleFromDraft(draftFromRule(rule), rule.id, rule)).toEqual(rule)
  })

  it('with nothing to look for is blank, whatever else is chosen', () => {
    expect(isBlank({ ...emptyDraft, note: 'x', kind: 'near', phrase: 'left from before' })).toBe(true)
    expect(isBlank({ ...emptyDraft, kind: 'near', second: 'x' })).toBe(false)
  })

  it('is refused when a distance is no number', () => {
    const draft = { ...emptyDraft, kind: 'near' as const, first: 'a', second: 'b', within: '' }
    expect(checkUserRule(ruleFromDraft(draft, 'custom.x'))).toMatchObject({ ok: false, errors: [{ message: expect.stringContaining('within') as string }] })
  })

  it('gives ids a pack may have, from whatever is typed', () => {
    expect(idFor({ ...emptyDraft, phrase: 'Crème brûlée, s’il vous plaît!' }, 'custom')).toBe('custom.creme-brulee-s-il-vous-plait')
    expect(idFor({ ...emptyDraft, phrase: '我是' }, 'custom')).toBe('custom.rule-phrase')
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (phrase) => {
      expect(checkUserRule({ id: idFor({ ...emptyDraft, phrase }, 'custom'), phrase: 'x' })).toMatchObject({ ok: true })
    }))
  })
})

describe('a marked text', () => {
  const span = fc.tuple(fc.nat(30), fc.nat(10)).map(([start, length]) => ({ start, end: Math.min(30, start + length) })).filter(({ start, end }) => start < end)

  it('is the text, with exactly what lies in a finding marked', () => {
    fc.assert(fc.property(fc.string({ minLength: 30, maxLength: 30, unit: 'binary-ascii' }), fc.array(span), (text, findings) => {
      const stretches = stretchesOf(text, findings)
      expect(stretches.map((stretch) => stretch.text).join('')).toBe(text)
      const marked = stretches.flatMap((stretch) => [...stretch.text].map(() => stretch.marked))
      expect(marked).toEqual([...text].map((_, i) => findings.some(({ start, end }) => start <= i && i < end)))
    }))
  })
})
