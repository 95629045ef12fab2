import { describe, expect, it } from 'vitest'
import { parsePack } from '../../../../src/core/rules/index'

const head = { format: 'telltale-rules/1', id: 'test', version: '1.0.0', name: 'Test', family: 'custom' }
const pack = (...rules: object[]): string => JSON.stringify({ ...head, rules }, null, 2)
const errorsOf = (source: unknown) => {
  const result = parsePack(source, 'mine.json')
  return result.ok ? [] : result.errors
}

describe('a pack', () => {
  it('is on unless it says otherwise', () => {
    expect(parsePack(pack({ id: 'a', phrase: 'x' }))).toMatchObject({ ok: true, pack: { enabled: true, rules: [{ id: 'a' }] } })
  })

  it.each([
    ['another format', { ...head, format: 'other/9', rules: [] }, 'format: must be "telltale-rules/1"'],
    ['no rules', head, 'rules must be a list'],
    ['an unknown field', { ...head, rules: [], colour: 'red' }, 'colour'],
    ['a rule of two kinds', { ...head, rules: [{ id: 'a', phrase: 'x', regex: 'y' }] }, 'exactly one of'],
    ['a phrase of nothing', { ...head, rules: [{ id: 'a', phrase: '\u200b*' }] }, 'nothing to look for'],
    ['a bad id', { ...head, rules: [{ id: 'A b', phrase: 'x' }] }, 'lower-case words'],
    ['a list for a pack', [], 'a pack is a JSON object'],
    ['what only built-in packs may say', { ...head, rules: [{ id: 'a', regex: 'x', needs: ['y'] }] }, 'needs'],
  ])('with %s is refused', (_, value, message) => {
    expect(errorsOf(value).map(error => error.message).join('\n')).toContain(message)
    expect(errorsOf(value)[0]!.message).toContain('mine.json')
  })

  it.each([
    ['(a+)+(?=b)', 6, 'look-ahead'], ['(a)\\1', 4, 'back-references'], ['(?<!x)y', 1, 'look-behind'],
    ['a{999}', 2, 'repeats more than'], ['(((a{99}){99}){99})', 1, 'too large'], ['ab(c', 3, '"(" without ")"'], ['[a', 1, '"[" without "]"'],
  ])('with the expression %s is refused at character %d', (regex, at, message) => {
    const [error] = errorsOf(pack({ id: 'ok', phrase: 'x' }, { id: 'bad', regex }))
    expect(error).toMatchObject({ rule: 'bad', line: 12 })
    expect(error!.message).toContain(`character ${at}: `)
    expect(error!.message).toContain(message)
  })

  it('names both places of an id used twice', () => {
    const [error] = errorsOf(pack({ id: 'a', phrase: 'x' }, { id: 'a', phrase: 'y' }))
    expect(error).toMatchObject({ rule: 'a', line: 12 })
    expect(error!.message).toContain('rule 1 (line 8)')
  })

  it('cannot reach prototypes', () => {
    const source = `{"format":"telltale-rules/1","id":"t","version":"1.0.0","name":"T","family":"custom","__proto__":{"enabled":false},"rules":[{"id":"a","phrase":"x","constructor":{"prototype":{"bad":1}}}]}`
    expect(parsePack(source).ok).toBe(false)
    expect(({} as Record<string, unknown>).bad).toBeUndefined()
    expect(({} as Record<string, unknown>).enabled).toBeUndefined()
  })
})

describe('a hostile file', () => {
  const flood = (count: number): string => pack(...Array.from({ length: count }, (_, i) => ({ id: `r${i}`, phrase: `phrase number ${i}` })))

  it('of 100,000 rules is refused', () => {
    expect(errorsOf(flood(100_000))[0]!.message).toMatch(/rules are more than 20000|longer than 5000000/)
  })

  it('of 10 MB is refused before it is read', () => {
    expect(errorsOf(`"${'x'.repeat(10_000_000)}"`)[0]!.message).toContain('longer than 5000000 characters')
  })

  it('nested deeply is refused with its line', () => {
    expect(errorsOf(`{\n"rules": ${'['.repeat(1_000_000)}`)[0]).toMatchObject({ line: 2, message: expect.stringContaining('nested deeper') as string })
  })

  it('that is cut short is refused', () => {
    expect(errorsOf('{"format": "telltale-rules/1", "rules": [{')[0]!.message).toContain('not JSON')
  })

  it('lists no more faults than a person reads', () => {
    expect(errorsOf(pack(...Array.from({ length: 5000 }, () => ({ id: 'a', regex: '(' })))).length).toBeLessThan(60)
  })
})
