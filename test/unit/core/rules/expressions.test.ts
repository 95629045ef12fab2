import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldPhrase } from '../../../../src/core/text/fold'
import { parseExpression } from '../../../../src/core/rules/expression'
import { checkUserRule } from '../../../../src/core/rules/index'
import { findLinear, toProgram } from '../../../../src/core/rules/linear'
import { requiredTexts } from '../../../../src/core/rules/required'

const RUNS = 1500

/** Expressions of every construct of the language, over few letters. */
const source: fc.Arbitrary<string> = fc.letrec<{ atom: string; part: string; whole: string }>(tie => ({
  atom: fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom('a', 'b', 'c', 'A', ' ', '\\d', '\\w', '.', '[ab]', '[^a]', '[a-c1]', '\\.', 'é', '\\u00e9') },
    fc.constantFrom('^', '$', '\\b', '\\B'),
    tie('whole').map(inner => `(?:${inner})`), tie('whole').map(inner => `(${inner})`),
  ),
  part: fc.tuple(tie('atom'), fc.constantFrom('', '', '', '*', '+', '?', '{2}', '{1,3}', '{0,2}', '*?', '+?', '??', '{2,}')).map(([atom, times]) => (/[$^]|\\[bB]$/.test(atom) && !/[)\]]$/.test(atom) ? atom : atom + times)),
  whole: fc.oneof({ depthSize: 'small' }, fc.array(tie('part'), { minLength: 1, maxLength: 4 }).map(parts => parts.join('')), fc.tuple(tie('part'), tie('part')).map(([a, b]) => `${a}|${b}`)),
})).whole

const text = fc.array(fc.constantFrom('a', 'b', 'c', 'A', 'B', ' ', '1', '.', 'é', 'ab', 'aa'), { maxLength: 25 }).map(parts => parts.join(''))

function nativeSpans(expression: string, flags: string, whole: string) {
  return [...whole.matchAll(new RegExp(expression, flags))].filter(match => match[0]).map(match => ({ start: match.index, end: match.index + match[0].length }))
}

/** Repetitions of what may match nothing are counted differently by JavaScript alone among engines; they are left out. */
const repeatsNothing = (expression: string): boolean => {
  const parsed = parseExpression(expression)
  return parsed.ok && JSON.stringify(parsed.expression, (_, value: unknown) => {
    const node = value as { kind?: string; what?: unknown }
    if (node?.kind === 'repeat' && canBeEmpty(node.what)) return 'EMPTY'
    return value === Infinity ? 1e9 : value
  }).includes('EMPTY')
}

function canBeEmpty(node: unknown): boolean {
  const { kind, parts, choices, min, what } = node as { kind: string; parts: unknown[]; choices: unknown[]; min: number; what: unknown }
  if (kind === 'assert') return true
  if (kind === 'sequence') return parts.every(canBeEmpty)
  if (kind === 'either') return choices.some(canBeEmpty)
  return kind === 'repeat' && (min === 0 || canBeEmpty(what))
}

describe('the linear engine', () => {
  it('finds what the native engine finds', () => {
    fc.assert(fc.property(source, text, fc.boolean(), (expression, whole, ignoreCase) => {
      const parsed = parseExpression(expression)
      fc.pre(parsed.ok && !repeatsNothing(expression))
      if (!parsed.ok) return
      expect(findLinear(toProgram(parsed.expression, ignoreCase), whole)).toEqual(nativeSpans(expression, ignoreCase ? 'gi' : 'g', whole))
    }), { numRuns: RUNS })
  })

  it.each([['(a+)+$', 'a'], ['^(\\w+\\s?)*$', 'ab '], ['(?:(?:very|really|\\w+) ?)+important:', 'very '], ['(a|a)*b', 'a'], ['a.*b.*c.*d', 'abc']])('takes steps in proportion to the text for %s', (expression, part) => {
    const parsed = parseExpression(expression)
    if (!parsed.ok) throw new Error(parsed.refusal.message)
    const steps = (length: number): number => {
      let count = 0
      const program = toProgram(parsed.expression, false).map(step => (step.do === 'test' ? { ...step, test: (unit: number) => (count++, step.test(unit)) } : step))
      findLinear(program, `${part.repeat(length)}!`)
      return count
    }
    expect(steps(400)).toBeLessThan(5 * steps(100))
  })
})

describe('an expression made to take long', () => {
  it.each(['a(.{0,150}z)?', '(?:a?){40}b', '(?:.{1,40}){5}z', 'a.*b|a'])('is given up on a line: %s', expression => {
    const parsed = parseExpression(expression)
    if (!parsed.ok) throw new Error(parsed.refusal.message)
    let tests = 0
    const program = toProgram(parsed.expression, false).map(step => (step.do === 'test' ? { ...step, test: (unit: number) => (tests++, step.test(unit)) } : step))
    findLinear(program, 'a'.repeat(4096))
    expect(tests).toBeLessThan(150_000)
  })
})

describe('required texts', () => {
  it('are in every match', () => {
    fc.assert(fc.property(source, text, (expression, whole) => {
      const parsed = parseExpression(expression)
      fc.pre(parsed.ok)
      const needs = parsed.ok ? requiredTexts(parsed.expression) : null
      fc.pre(needs !== null)
      for (const { start, end } of nativeSpans(expression, 'gi', whole)) {
        const folded = foldPhrase(whole.slice(start, end))
        expect(needs!.some(need => folded.includes(need))).toBe(true)
      }
    }), { numRuns: RUNS })
  })

  it.each([
    ['trained by (?:Open|Deep)\\w+', ['trained by deep', 'trained by open']], ['turn\\d+search', ['search']], ['[xyz]q', ['xq', 'yq', 'zq']],
    ['\\d+', [...'0123456789']], ['(?:foo)?bar', ['bar', 'foobar']], ['.*', null], ['a?', null],
  ])('of %s are the rarest', (expression, expected) => {
    const parsed = parseExpression(expression)
    const found = parsed.ok ? requiredTexts(parsed.expression)?.sort() ?? null : []
    expect(expected === null ? found : found?.every(need => expected.includes(need) || expected.some(other => need.includes(other)))).toEqual(expected === null ? null : true)
  })
})

describe('a rule a person typed', () => {
  it('is taken, with a note when it is dear', () => {
    expect(checkUserRule({ id: 'mine', regex: '\\w+ing' })).toMatchObject({ ok: true, notes: [] })
    expect(checkUserRule({ id: 'mine', regex: '\\w+' })).toMatchObject({ ok: true, notes: [expect.stringContaining('every line') as string] })
  })

  it('is refused with the reason and the place', () => {
    expect(checkUserRule({ id: 'mine', regex: 'foo(?=bar)' })).toMatchObject({ ok: false, errors: [{ rule: 'mine', message: expect.stringContaining('character 4: look-ahead') as string }] })
  })
})
