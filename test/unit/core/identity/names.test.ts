import { describe, expect, test } from 'vitest'
import { developerIds, findNames, lexicon } from '../../../../src/core/identity/index'

const found = (text: string) => findNames(text).map((name) => [text.slice(name.start, name.end), name.developer, name.product])

test('the lexicon knows at least 60 developers, and finds each of its names', () => {
  expect(developerIds.length).toBeGreaterThanOrEqual(60)
  const missed = lexicon.filter(({ alias, developer }) => !findNames(`, ${alias} ,`).some((name) => name.developer === developer && name.start === 2))
  const shared = missed.filter(({ alias }) => findNames(`, ${alias} ,`).length === 0)
  expect(shared.map(({ alias }) => alias)).toEqual([])
})

test.each([
  ['GPT-4o mini and GPT4', [['GPT-4o mini', 'openai', 'GPT-4o mini'], ['GPT4', 'openai', 'GPT4']]],
  ['Claude 3.5 Sonnet', [['Claude 3.5 Sonnet', 'anthropic', 'Claude 3.5 Sonnet']]],
  ['저는 클로드입니다', [['클로드', 'anthropic', 'Claude']]],
  ['создан Сбером', [['Сбером', 'sber', null]]],
  ['我是Qwen2.5', [['Qwen2.5', 'alibaba', 'Qwen2.5']]],
  ['coherent anthropics llamas Debussy', []],
  ['I am Claude\n3 reasons', [['Claude', 'anthropic', 'Claude']]],
])('%s', (text, names) => {
  expect(found(text)).toEqual(names)
})

describe('doubt', () => {
  test.each<[string, string | null | undefined]>([
    ['Claude', 'person'], ['Claude 3', null], ['claude', 'word'], ['Jean-Claude', undefined], ['Claude Debussy', undefined], ['Titan', 'word'], ['ChatGPT', null], ['I grok it', 'word'], ['Explainable AI (XAI)', 'word'],
  ])('%s', (text, doubt) => {
    expect(findNames(text)[0]?.doubt).toBe(doubt)
  })
})
