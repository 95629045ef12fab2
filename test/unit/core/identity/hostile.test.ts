import { describe, expect, it } from 'vitest'
import { findClaims } from '../../../../src/core/identity/index'

/** What makes careless expressions run for years; here the whole suite would stop at its time limit. */
const units = ['-', '*', '_', '#', '>', ' ', '\t', '"', '(', '[', '{', '.', ',', ':', '!', 'a', 'A', '1', 'I am ', 'as an AI ', 'I ', 'the ', 'by ', 'ChatGPT ', 'GPT-4', 'v1.', 'OpenAI, ', '我', '是由', 'я ', '私は', '** ', '- ', '> ', '\\', "'", 'not ', 'and ', '=', '|', '&', '/']

describe('claims in text made to hurt', () => {
  it.each(units)('reads %j many times over, and still finds the claim after it', (unit) => {
    const text = `I am ChatGPT.\n${unit.repeat(Math.ceil(3000 / unit.length))}x\n\nI am ChatGPT, made by OpenAI.\n`
    const claims = findClaims(text, { where: 'answer' })
    expect(claims.some(({ start, polarity }) => start > 2900 && polarity === 'claimed')).toBe(true)
  })

  it.each(units)('reads sentences in which %j stands between a name and a cue', (unit) => {
    const gap = unit.repeat(Math.ceil(800 / unit.length))
    for (const text of [`I am ${gap}ChatGPT`, `I am ChatGPT ${gap} made by OpenAI.`, `As an AI ${gap} developed by OpenAI, I`, `${gap} by OpenAI and I am`]) {
      for (const { start, end, quote } of findClaims(text, { where: 'answer' })) expect(text.slice(start, end)).toBe(quote)
    }
  })
})
