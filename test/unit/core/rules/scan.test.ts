import { describe, expect, it } from 'vitest'
import { compileRules, openScan, parsePack, scanText, type RuleSet } from '../../../../src/core/rules/index'

function rulesOf(...rules: object[]): RuleSet {
  const result = parsePack({ format: 'telltale-rules/1', id: 'test', version: '1.0.0', name: 'Test', family: 'custom', rules })
  if (!result.ok) throw new Error(result.errors.map(error => `${error.rule}: ${error.message}`).join('\n'))
  return compileRules([result.pack])
}

function quotes(set: RuleSet, text: string): string[] {
  return scanText(set, text, { where: 'answer' }).map(({ start, end, quote }) => {
    expect(text.slice(start, end)).toBe(quote)
    return quote
  })
}

describe('phrases', () => {
  it.each([
    ['case', 'ChatGPT', 'I am CHATGPT.', ['CHATGPT']],
    ['full width', 'GPT-4', 'this is ＧＰＴ－４ here', ['ＧＰＴ－４']],
    ['typographic quotes', 'I\'m an AI', 'Well, I’m an AI.', ['I’m an AI']],
    ['dashes', 'large-scale model', 'a large‑scale model', ['large‑scale model']],
    ['no-break and repeated spaces', 'as an AI', 'as\u00a0an  \n AI', ['as\u00a0an  \n AI']],
    ['zero-width characters', 'OpenAI', 'by Open\u200bAI.', ['Open\u200bAI']],
    ['Markdown emphasis', 'I am Claude', 'I am **Claude**', ['I am **Claude']],
  ])('fold %s', (_, phrase, text, expected) => {
    expect(quotes(rulesOf({ id: 'a', phrase }), text)).toEqual(expected)
  })

  it.each([
    ['English', 'model', 'remodel models model.', ['model']],
    ['Chinese', '语言模型', '作为一个语言模型，我', ['语言模型']],
    ['Japanese', '言語モデル', '大規模言語モデルです', ['言語モデル']],
    ['Korean particles', '모델', '저는 모델입니다', ['모델']],
    ['Korean word beginnings', '나는', '하나는 나는', ['나는']],
    ['Arabic prefixes', 'نموذج', 'ونموذج والنموذج انموذج', ['نموذج', 'نموذج']],
    ['Arabic vowel signs', 'نموذجا', 'كنت نموذجًا هنا', ['نموذجًا']],
    ['Russian', 'модель', 'Я модель, а не модельер', ['модель']],
    ['Hindi', 'मॉडल', 'मैं एक मॉडल हूँ', ['मॉडल']],
    ['Hindi vowel signs', 'भाष', 'भाषा', []],
    ['Thai', 'โมเดลภาษา', 'ฉันเป็นโมเดลภาษาขนาดใหญ่', ['โมเดลภาษา']],
    ['Latin beside ideographs', 'ChatGPT', '我是ChatGPT模型', ['ChatGPT']],
  ])('keep word boundaries in %s', (_, phrase, text, expected) => {
    expect(quotes(rulesOf({ id: 'a', phrase }), text)).toEqual(expected)
  })
})

describe('a stream', () => {
  it('takes back what more text shows not to be a word', () => {
    const scan = openScan(rulesOf({ id: 'a', phrase: 'GPT' }), 'answer')
    scan.append('I am GPT')
    expect(scan.findings()).toHaveLength(1)
    scan.append('s')
    expect(scan.findings()).toHaveLength(0)
  })
})
