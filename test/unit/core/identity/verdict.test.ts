import { describe, expect, test } from 'vitest'
import { expectedIdentity, explainClaim, findClaims, judgeClaim, traceDisagrees, verdictOf } from '../../../../src/core/identity/index'
import type { Expected, Verdict } from '../../../../src/core/model'

const claimsOf = (text: string) => findClaims(text, { where: 'answer' })
const google: Expected = { developers: ['google'], products: [], source: 'test' }

describe('expected identity', () => {
  test.each<[host: string | null, model: string | null, developers: string[] | null]>([
    ['chatgpt.com', null, ['openai']],
    ['https://www.kimi.com/chat', null, ['moonshot']],
    ['x.com/i/grok', null, ['xai']],
    ['copilot.microsoft.com', null, ['microsoft', 'openai']],
    ['poe.com', null, null],
    ['poe.com', 'Claude-3.5-Sonnet', ['anthropic', 'quora']],
    ['openrouter.ai', 'google/gemini-2.5-pro', ['google']],
    ['arena.ai', 'Assistant A', null],
    ['duck.ai', 'GPT-5 mini', ['openai', 'duckduckgo']],
    ['yuanbao.tencent.com', 'DeepSeek-R1', ['deepseek', 'tencent']],
    [null, 'Qwen1.5-110B-Chat', ['alibaba']],
    [null, 'meta-llama/Meta-Llama-3-8B-Instruct', ['meta']],
    [null, 'Infinity-Instruct-7M-Gen-Llama3_1-70B', null],
    [null, 'my-finetune-of-llama-3', null],
    [null, 'deepseek-r1-distill-qwen-32b', ['deepseek', 'alibaba']],
    [null, 'unheard-of-model', null],
    ['example.org', null, null],
    ['sillytavern', 'gpt-4o', null],
  ])('%s with %s', (host, model, developers) => {
    expect(expectedIdentity({ host, model })?.developers ?? null).toEqual(developers)
  })

  test('a host that only ends like a known one is unknown', () => {
    expect(expectedIdentity({ host: 'notchatgpt.com' })).toBeNull()
  })
})

describe('verdict', () => {
  test.each<[text: string, expected: Expected | null, verdict: Verdict]>([
    ['I am Gemini.', google, 'consistent'],
    ['I am Bard.', google, 'consistent'],
    ['I am ChatGPT.', google, 'conflicting'],
    ['I am Gemini, developed by OpenAI.', google, 'conflicting'],
    ['I am ChatGPT.', null, 'unverifiable'],
    ['I am not ChatGPT.', google, 'none'],
    ['Nothing to see here.', google, 'none'],
    ['I am based on the same technology as ChatGPT.', google, 'unverifiable'],
    ['I am Gemini. I am ChatGPT.', google, 'conflicting'],
    ['I am Copilot, powered by GPT-4.', expectedIdentity({ host: 'copilot.microsoft.com' }), 'consistent'],
    ['我是通义千问。', expectedIdentity({ host: 'chat.qwen.ai' }), 'consistent'],
  ])('%s', (text, expected, verdict) => {
    expect(verdictOf(claimsOf(text), expected)).toBe(verdict)
  })

  test('only what is claimed is judged', () => {
    expect(claimsOf('I am not ChatGPT.').map((claim) => judgeClaim(claim, google))).toEqual(['none'])
  })
})

test('a trace that disagrees with its answer is a finding; one that agrees is not', () => {
  const trace = findClaims('I am ChatGPT.', { where: 'trace' })
  expect(traceDisagrees([...trace, ...claimsOf('I am Grok.')])).toMatchObject({ trace: { developer: 'openai' }, answer: { developer: 'xai' } })
  expect(traceDisagrees([...trace, ...claimsOf('I was made by OpenAI.')])).toBeNull()
  expect(traceDisagrees(trace)).toBeNull()
})

test('an explanation names other reasons only where there is something to explain', () => {
  const [claim] = claimsOf('I am ChatGPT.')
  expect(explainClaim(claim!, 'conflicting')).toMatchObject({ seen: 'says.direct', verdict: 'verdict.conflicting', developer: 'openai', otherReasons: ['shared-training-data', 'contamination', 'system-prompt', 'wrapper'] })
  expect(explainClaim(claim!, 'consistent').otherReasons).toEqual([])
})
