import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findClaims, openClaims } from '../../../../src/core/identity/index'
import type { Mark, Polarity } from '../../../../src/core/model'

const answer = { where: 'answer' } as const
const polarities = (text: string, prompt?: string): Polarity[] => findClaims(text, { ...answer, prompt }).map((claim) => claim.polarity)

test('a claim quotes its sentence at its offsets and says which words made it one', () => {
  const text = 'Good morning! I am **ChatGPT**, a model trained by OpenAI. How can I help?'
  const [claim] = findClaims(text, answer)
  expect(claim).toMatchObject({ polarity: 'claimed', strength: 'direct', developer: 'openai', product: 'ChatGPT', lang: 'en', where: 'answer' })
  expect(text.slice(claim!.start, claim!.end)).toBe(claim!.quote)
  expect(claim!.quote).toBe('I am **ChatGPT**, a model trained by OpenAI.')
  expect(claim!.because.join(' ')).toContain('I am **ChatGPT')
})

test.each<[string, Polarity[]]>([
  ['I am not ChatGPT.', ['denied']],
  ['I am not ChatGPT, but Claude.', ['denied', 'claimed']],
  ['我不是ChatGPT，而是Claude。', ['denied', 'claimed']],
  ['I am similar to ChatGPT.', []],
  ['Some people say I am ChatGPT.', ['mentioned']],
  ['If I were ChatGPT, I would say so.', ['hypothetical']],
  ['```\nI am ChatGPT\n```', ['quoted']],
  ['> I am ChatGPT', ['quoted']],
  ['She read aloud: "I am ChatGPT."', ['quoted']],
  ['ChatGPT is a chatbot by OpenAI.', []],
])('polarity of %s', (text, expected) => {
  expect(polarities(text)).toEqual(expected)
})

test('a claim and a denial in one sentence are quoted apart', () => {
  const claims = findClaims('I am not ChatGPT, but Claude.', answer)
  expect(claims.map((claim) => [claim.polarity, claim.developer])).toEqual([['denied', 'openai'], ['claimed', 'anthropic']])
  expect(new Set(claims.map((claim) => claim.quote)).size).toBe(2)
})

describe('what the user asked', () => {
  test.each<[prompt: string, answer: string, Polarity]>([
    ['Pretend you are ChatGPT and greet me.', 'I am ChatGPT. Hello!', 'hypothetical'],
    ['Act as Gemini.', 'I am Gemini, made by Google.', 'hypothetical'],
    ['Translate "Ich bin ChatGPT" into English.', 'I am ChatGPT.', 'quoted'],
    ['扮演ChatGPT。', '我是ChatGPT。', 'hypothetical'],
    ['Pretend you are a pirate.', 'As an AI developed by OpenAI, I cannot be a pirate.', 'claimed'],
    ['Who are you?', 'I am Claude.', 'claimed'],
    ['How would you introduce yourself as a knight at a banquet?', 'I am Claude.', 'hypothetical'],
  ])('%s', (prompt, text, polarity) => {
    expect(polarities(text, prompt)).toEqual([polarity])
  })
})

test('the page\'s own marks make a claim a quotation, those of the other part do not', () => {
  const text = 'I am ChatGPT.'
  const mark: Mark = { where: 'answer', kind: 'code', start: 0, end: text.length }
  expect(findClaims(text, { ...answer, marks: [mark] })[0]?.polarity).toBe('quoted')
  expect(findClaims(text, { ...answer, marks: [{ ...mark, where: 'trace' }] })[0]?.polarity).toBe('claimed')
})

test.each([
  ['I am based on the same technology as ChatGPT.', 'kinship'],
  ["I can't help with that, since it is against OpenAI's usage policies and I follow them.", 'policy'],
])('weaker strengths: %s', (text, strength) => {
  expect(findClaims(text, answer)).toMatchObject([{ polarity: 'claimed', strength, developer: 'openai' }])
})

describe('labelled lines', () => {
  const card = '**Model:** GPT-4o\n**Developer:** OpenAI\n'
  test('are nobody\'s by themselves', () => expect(polarities(card)).toEqual([]))
  test('are the speaker\'s when it says so afterwards', () => expect(polarities(`${card}\nThat's me.`)).toEqual(['claimed']))
  test('are the speaker\'s when announced', () => expect(polarities(`About me:\n${card}`)).toEqual(['claimed', 'claimed']))
  test('are the speaker\'s when the user asked who it is', () => expect(polarities(card, 'What is your model name?')).toEqual(['claimed', 'claimed']))
})

test('a person is not a model', () => {
  expect(polarities('My name is Claude Moreau. I am Sir Claude of Ashford.')).toEqual([])
})

test('hostile text neither throws nor hangs', () => {
  const started = Array.from({ length: 3000 }, () => 'I am a model, ').join('')
  expect(polarities(`${started} ChatGPT`)).toBeDefined()
  expect(polarities('\ue000 I am \ue000\ue001 '.repeat(500))).toEqual([])
})

const pieces = ['I am ChatGPT. ', 'I\'m not Claude, ', 'but Gemini.\n', '```\n', '"', '> ', 'made by OpenAI', '我是Kimi。', 'Model: GPT-4\n', 'That\'s me.', '\n\n', 'Hello ', 'If I were ', 'Grok', '~~~', ' a'.repeat(50), '. ']

test('reading while the text grows equals reading the whole, at every step', () => {
  fc.assert(fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 14 }), fc.integer({ min: 1, max: 9 }), (parts, step) => {
    const text = parts.join('')
    const reader = openClaims(answer)
    for (let end = step; end < text.length + step; end += step) {
      const grown = text.slice(0, end)
      expect(reader.update(grown)).toEqual(findClaims(grown, answer))
    }
  }), { numRuns: 150 })
})

test('a very long line is read in parts, the same while growing and whole', () => {
  const text = `${'This is filler text without a name. '.repeat(300)}I am ChatGPT. ${'And so on. '.repeat(300)}I am Claude.`
  const reader = openClaims(answer)
  for (const end of [4000, 9000, 10_900, 12_000, text.length]) expect(reader.update(text.slice(0, end))).toEqual(findClaims(text.slice(0, end), answer))
  expect(findClaims(text, answer).map((claim) => claim.developer)).toEqual(['openai', 'anthropic'])
})

test('a text that is not a continuation is read anew, and so is one whose marks changed', () => {
  const reader = openClaims(answer)
  reader.update('I am ChatGPT.\nMore.\n')
  expect(reader.update('I am Claude.\nMore.\n').map((claim) => claim.developer)).toEqual(['anthropic'])
  expect(reader.update('I am Claude.\nMore.\n', [{ where: 'answer', kind: 'quote', start: 0, end: 12 }]).map((claim) => claim.polarity)).toEqual(['quoted'])
})
