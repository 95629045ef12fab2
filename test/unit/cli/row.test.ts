import { describe, expect, test } from 'vitest'
import { rowOf } from '../../../src/cli/row'

const place = { file: 'rows.jsonl', line: 7 }

describe('what a row says', () => {
  test('by the names of the contract', () => {
    const row = rowOf({ id: 'a', text: 't', trace: 'r', prompt: 'p', host: 'h', model: 'm', lang: 'en' }, {}, place)
    expect(row).toEqual({ id: 'a', host: 'h', model: 'm', answers: [{ text: 't', trace: 'r', prompt: 'p', lang: 'en' }] })
  })

  test('without an id has its line for one, and an empty field is an absent one', () => {
    expect(rowOf({ text: '', trace: null, host: '' }, {}, place)).toMatchObject({ id: '7', host: undefined, answers: [{ text: '', trace: undefined }] })
  })

  test('by mapped names, the whole name before the path', () => {
    const map = { id: 'meta.n', text: 'out.0.text', prompt: 'a.b' }
    expect(rowOf({ meta: { n: 5 }, out: [{ text: 't' }], 'a.b': 'p' }, map, place)).toMatchObject({ id: 5, answers: [{ text: 't', prompt: 'p' }] })
  })

  test('as a SpeechMap response', () => {
    const message = { content: 'I cannot.', reasoning: 'The user asks', refusal: null }
    const row = rowOf({ question_id: 'q1', question: 'Why?', model: 'x/y', response: { model: 'z', choices: [{ finish_reason: 'stop', message }] } }, {}, place)
    expect(row).toEqual({ id: 'q1', host: undefined, model: 'x/y', answers: [{ text: 'I cannot.', trace: 'The user asks', prompt: 'Why?', lang: undefined }] })
  })

  test('as an OpenAI response or batch line, also one that said nothing', () => {
    const choices = [{ message: { role: 'assistant', content: null } }]
    expect(rowOf({ id: 'c', choices }, {}, place).answers).toMatchObject([{ text: '' }])
    expect(rowOf({ id: 'c', response: { body: { choices } } }, {}, place).answers).toMatchObject([{ text: '' }])
  })

  test('as messages under a mapped name', () => {
    const turns = [{ role: 'user', content: 'q' }, { role: 'assistant', content: 'a' }]
    expect(rowOf({ turns }, { text: 'turns' }, place).answers).toEqual([{ text: 'a', trace: undefined, prompt: 'q', lang: undefined, message: 1 }])
  })

  test.each([
    [null, 'not a JSON object'],
    ['text', 'not a JSON object'],
    [{ messages: [] }, 'no text to scan: no message has the role "assistant"'],
    [{ messages: ['hi'] }, 'message 1 has no role'],
    [{ text: 5 }, '"text" is not a string'],
    [{ text: 'x', trace: 5 }, '"trace" is not a string'],
    [{ response: 'x' }, 'another of: response'],
  ])('%j is refused', (value, message) => {
    expect(() => rowOf(value, {}, place)).toThrow('rows.jsonl:7: ')
    expect(() => rowOf(value, {}, place)).toThrow(message)
  })
})
