import { describe, expect, it } from 'vitest'
import { HANGUL, OTHER, UNSPACED, WORD, categoryOf } from '../../../../src/core/text/boundary'
import { foldPhrase } from '../../../../src/core/text/fold'
import { foldLine } from '../../../../src/core/text/line'

describe('a phrase', () => {
  it.each([
    ['As An AI', 'as an ai'], ['ＧＰＴ－４', 'gpt-4'], ['“I’m” — ‘it’', '"i\'m" - \'it\''], ['  a \u00a0\n b  ', 'a b'], ['Open\u200bAI\ufeff', 'openai'],
    ['**bold**', 'bold'], ['Ёлка', 'елка'], ['نموذجًا', 'نموذجا'], ['أنا', 'انا'], ['ΣΑΣ', 'σασ'], ['İstanbul', 'istanbul'], ['\u200b *', ''], ['🙂', '🙂'],
  ])('%j folds to %j', (written, folded) => {
    expect(foldPhrase(written)).toBe(folded)
  })

  it('is folded once and for all', () => {
    for (const written of ['“Ǆ”', 'ſtraße', 'K', 'ﬁ', 'Ⅷ', '한글', 'ｶﾞ']) expect(foldPhrase(foldPhrase(written))).toBe(foldPhrase(written))
  })
})

describe('a line', () => {
  it('that needs no folding is left alone', () => {
    expect(foldLine('plain **text**  here')).toEqual({ text: 'plain **text**  here', offsets: null })
  })

  it('keeps case, asterisks and runs of spaces', () => {
    expect(foldLine('“A”  **Ｂ**').text).toBe('"A"  **B**')
  })

  it('leads back to what was written', () => {
    const line = 'a\u200bb\u00adc’d'
    const { text, offsets } = foldLine(line)
    expect(text).toBe('abc\'d')
    expect([...text].map((_, i) => line[offsets![i]!]).join('')).toBe('abc’d')
  })
})

describe('a character', () => {
  it.each([
    ['a', WORD], ['9', WORD], ['_', WORD], ['é', WORD], ['Ж', WORD], ['م', WORD], ['क', WORD], ['ा', WORD], ['-', OTHER], ['。', OTHER], ['\ud83d', OTHER],
    ['한', HANGUL], ['模', UNSPACED], ['の', UNSPACED], ['ー', UNSPACED], ['ก', UNSPACED],
  ])('%s is of its kind', (char, category) => {
    expect(categoryOf(char.charCodeAt(0))).toBe(category)
  })
})
