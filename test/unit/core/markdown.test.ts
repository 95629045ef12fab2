import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { marksOf } from '../../../src/core/markdown'

const marked = (text: string) => marksOf(text, 'answer').map(({ kind, start, end }) => [kind, text.slice(start, end)])

describe('marks of raw Markdown', () => {
  test.each([
    ['plain text, 5 > 3 and a ~ b', []],
    ['say `I am X` now', [['code', '`I am X`']]],
    ['``a ` b`` and `c', [['code', '``a ` b``']]],
    ['not \\`code\\` here', []],
    ['over `two\nlines` too', [['code', '`two\nlines`']]],
    ['but `not\n\nover` a gap', []],
    ['a\n```py\nI am X\n```\nb', [['code', '```py\nI am X\n```']]],
    ['~~~\n```\n~~~ \nb', [['code', '~~~\n```\n~~~ ']]],
    ['````\n```\n````\nb', [['code', '````\n```\n````']]],
    ['1. item\n   ```\n   x\n   ```\nb', [['code', '   ```\n   x\n   ```']]],
    ['```\nnever closed', [['code', '```\nnever closed']]],
    ['```one line``` b', [['code', '```one line```']]],
    ['> I am X\n> and more\n\nb', [['quote', '> I am X\n> and more\n']]],
    ['a\r\n> q\r\nb', [['quote', '> q\r\n']]],
    ['> ends the text', [['quote', '> ends the text']]],
    ['`open > x\n> `q` y\nz`', [['quote', '> `q` y\n']]],
    ['    indented text is a list item here', []],
  ])('%j', (text, expected) => {
    expect(marked(text)).toEqual(expected)
  })

  test('lie in the text, in order, without overlap', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('`', '```', '~~~', '\n', '> ', 'a', ' ', '\r\n', '\\'), maxLength: 60 }), (text) => {
        let reached = 0
        for (const { start, end } of marksOf(text, 'trace')) {
          expect(start).toBeGreaterThanOrEqual(reached)
          expect(end).toBeGreaterThan(start)
          reached = end
        }
        expect(reached).toBeLessThanOrEqual(text.length)
      }),
    )
  })
})
