import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { endsWord, startsWord, unitAfter } from '../../../../src/core/text/boundary'
import { IGNORED, SPACE, foldPhrase, foldUnit } from '../../../../src/core/text/fold'
import { builtInPacks, compileRules, openScan, scanText, type Rule, type RulePack } from '../../../../src/core/rules/index'

const RUNS = Number(process.env.RUNS ?? 400)

/** Few letters, so that phrases meet texts; many scripts, spaces, invisible characters, quotes, halves of pairs. */
const unit = fc.constantFrom(...'aab bA.,-\n\n \t\u00a0\u200b*\'’—éеЁ語言模一한글은아بلوانक्षाกำไ１Ａ', '\ud83d', '\ude00', '\u0301', '🙂')
const textOf = (max: number, min = 0): fc.Arbitrary<string> => fc.array(unit, { minLength: min, maxLength: max }).map(units => units.join(''))
const text = fc.oneof(textOf(40), textOf(1200, 260), fc.tuple(textOf(30), fc.integer({ min: 1, max: 60 })).map(([part, times]) => part.repeat(times)))
const phrase = fc.array(unit, { minLength: 1, maxLength: 6 }).map(units => units.join('')).filter(written => foldPhrase(written) !== '')
const boundary = fc.constantFrom('word' as const, 'start' as const, 'none' as const)
const match = fc.constantFrom('folded' as const, 'case' as const, 'exact' as const)
const expression = fc.constantFrom('a+b', '[ab]\\s[^a]', 'a.{0,3}b|語', '(?:ab|ba)+', '\\ba', 'a$', '^b', '—|’', '\\p{Lu}', '.')

const shape = fc.oneof(
  { weight: 3, arbitrary: fc.record({ phrase, boundary, match }) },
  fc.record({ anyOf: fc.array(phrase, { minLength: 1, maxLength: 4 }), boundary }),
  fc.record({ regex: expression, match }),
  fc.record({ near: fc.record({ first: fc.array(phrase, { minLength: 1, maxLength: 2 }), second: fc.array(phrase, { minLength: 1, maxLength: 2 }), within: fc.integer({ min: 0, max: 20 }), ordered: fc.boolean() }), boundary }),
)
const rules = fc.array(shape, { minLength: 1, maxLength: 8 }).map(shapes => shapes.map((body, i) => ({ id: `r${i}`, ...body }) as Rule))

const packOf = (list: Rule[]): RulePack => ({ format: 'telltale-rules/1', id: 'test', version: '1.0.0', name: 'Test', family: 'custom', enabled: true, rules: list })

function chunksOf(whole: string, cuts: number[]): string[] {
  const places = [...new Set(cuts.map(cut => cut % (whole.length + 1)))].sort((a, b) => a - b)
  return [...places, whole.length].map((end, i) => whole.slice(places[i - 1] ?? 0, end))
}

describe('any chunking', () => {
  it('finds at the end what one scan finds', () => {
    fc.assert(fc.property(rules, text, fc.array(fc.nat(2000), { maxLength: 30 }), (list, whole, cuts) => {
      const set = compileRules([packOf(list)])
      const scan = openScan(set, 'answer')
      for (const chunk of chunksOf(whole, cuts)) scan.append(chunk)
      expect(scan.findings()).toEqual(scanText(set, whole, { where: 'answer' }))
    }), { numRuns: RUNS })
  })

  it('finds after each chunk what one scan of the text so far finds', () => {
    fc.assert(fc.property(rules, textOf(150), fc.array(fc.nat(2000), { maxLength: 12 }), (list, whole, cuts) => {
      const set = compileRules([packOf(list)])
      const scan = openScan(set, 'answer')
      let sofar = ''
      for (const chunk of chunksOf(whole, cuts)) {
        scan.append(chunk)
        sofar += chunk
        expect(scan.findings()).toEqual(scanText(set, sofar, { where: 'answer' }))
      }
    }), { numRuns: RUNS })
  })

  it('finds the same with the built-in packs in a long text', () => {
    const set = compileRules(builtInPacks)
    const words = fc.constantFrom('as an AI', ' language model', ' developed by', ' OpenAI', '我是', 'ChatGPT', '，', '由谷歌', '开发', '\n', ' I\'m', ' Claude', '. ', ' citeturn0search', '12', '\u200b', ' **', 'Я — ', 'языковая модель', ' word'.repeat(50))
    fc.assert(fc.property(fc.array(words, { maxLength: 300 }), fc.array(fc.nat(9000), { maxLength: 20 }), (parts, cuts) => {
      const whole = parts.join('')
      const scan = openScan(set, 'answer')
      for (const chunk of chunksOf(whole, cuts)) {
        scan.append(chunk)
        if (chunk.length % 3 === 0) scan.findings()
      }
      expect(scan.findings()).toEqual(scanText(set, whole, { where: 'answer' }))
    }), { numRuns: 60 })
  })
})

describe('the automaton', () => {
  it('finds every place where a phrase is, and no other', () => {
    fc.assert(fc.property(fc.array(fc.record({ phrase, boundary }), { minLength: 1, maxLength: 6 }), text, (bodies, whole) => {
      const list = bodies.map((body, i) => ({ id: `r${i}`, ...body }))
      const found = scanText(compileRules([packOf(list)]), whole, { where: 'answer' }).map(({ rule, start, end }) => `${rule} ${start} ${end}`)
      expect(found.sort()).toEqual(list.flatMap(rule => placesOf(rule, whole)).sort())
    }), { numRuns: RUNS })
  })

  it('finds phrases across the places where a long text is divided', () => {
    const dense = fc.array(fc.constantFrom('abab', 'ba aba', 'bab\u200bab', '語言模', 'a '), { minLength: 100, maxLength: 300 }).map(parts => parts.join(''))
    fc.assert(fc.property(fc.array(fc.constantFrom('aba', 'ababab', 'ba ababa', 'a ba', '言模語言', 'b'), { minLength: 1, maxLength: 4 }), boundary, dense, (phrases, edges, whole) => {
      const list = [...new Set(phrases)].map((written, i) => ({ id: `r${i}`, phrase: written, boundary: edges }))
      const found = scanText(compileRules([packOf(list)]), whole, { where: 'answer' }).map(({ rule, start, end }) => `${rule} ${start} ${end}`)
      expect(found.sort()).toEqual(list.flatMap(rule => placesOf(rule, whole)).sort())
    }), { numRuns: RUNS })
  })

  it('quotes what the text says', () => {
    fc.assert(fc.property(rules, text, (list, whole) => {
      for (const { start, end, quote } of scanText(compileRules([packOf(list)]), whole, { where: 'answer' })) expect(whole.slice(start, end)).toBe(quote)
    }), { numRuns: RUNS })
  })
})

/** The slow and obvious way: fold the whole text, look for the phrase everywhere. */
function placesOf({ id, phrase: written, boundary: edges }: { id: string; phrase: string; boundary: string }, whole: string): string[] {
  const folded: { unit: string; at: number }[] = []
  for (let i = 0; i < whole.length; i++) {
    const symbol = foldUnit(whole.charCodeAt(i))
    if (symbol === IGNORED || (symbol === SPACE && folded.at(-1)?.unit === ' ')) continue
    folded.push({ unit: String.fromCharCode(symbol), at: i })
  }
  const line = folded.map(({ unit: symbol }) => symbol).join('')
  const places: string[] = []
  for (let at = line.indexOf(foldPhrase(written)); at >= 0; at = line.indexOf(foldPhrase(written), at + 1)) {
    const start = folded[at]!.at
    const last = folded[at + foldPhrase(written).length - 1]!.at
    if (edges !== 'none' && !startsWord(whole, start)) continue
    if (edges === 'word' && !endsWord(whole.charCodeAt(last), unitAfter(whole, last + 1))) continue
    places.push(`${id} ${start} ${last + 1}`)
  }
  return places
}
