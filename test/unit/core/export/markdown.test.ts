import fc from 'fast-check'
import MarkdownIt from 'markdown-it'
import { describe, expect, test } from 'vitest'
import { fence, markdownCapture, markdownHead, span } from '../../../../src/core/export/markdown'
import { addToSummary, emptySummary } from '../../../../src/core/export/summary'
import { visible } from '../../../../src/core/export/visible'
import { about, captureOfText, hostileText } from './hostile'

/** Takes all it can for markup: HTML, bare addresses, tables. */
const reader = new MarkdownIt({ html: true, linkify: true })

/** The kinds of everything in a document, in order, without what is said in it. */
const shape = (markdown: string) => reader.parse(markdown, {}).flatMap((token) => [token.type, ...(token.children ?? []).map((child) => child.type)])

async function report(text: string): Promise<string> {
  const capture = await captureOfText(text)
  const summary = emptySummary()
  addToSummary(summary, capture)
  return markdownHead(about, summary) + [...markdownCapture(capture, 0)].join('')
}

describe('the Markdown report', () => {
  test('has the same structure whatever the page said', async () => {
    // Empty text has its own words in place of a code span, and no flag that could be seen.
    const harmless = shape(await report('harmless'))
    await fc.assert(
      fc.asyncProperty(hostileText.filter((text) => text.trim() !== ''), async (text) => {
        expect(shape(await report(text))).toEqual(harmless)
      }),
    )
  })

  test('names what was flagged and holds the transcript', async () => {
    const markdown = await report('I am ChatGPT')
    expect(markdown).toContain('- Message 2, answer: conflicting claim, says it is `I am ChatGPT`, `OpenAI`: `I am ChatGPT`')
    expect(markdown).toContain('```text\nI am ChatGPT and I am ChatGPT\n```')
    expect(markdown).toContain('Verdict: **conflicting**')
  })

  test('shows any text as it is, in one code span or one fence', () => {
    fc.assert(
      fc.property(fc.oneof(hostileText, fc.string({ unit: fc.constantFrom('`', ' ', '\n', 'a', '~') })), (text) => {
        const line = visible(text).replace(/\s+/g, ' ').trim()
        const [, inline] = reader.parse(`- x: ${span(text)}`, {}).flatMap((token) => token.children ?? [])
        if (line !== '') expect(inline).toMatchObject({ type: 'code_inline', content: line })
        const blocks = reader.parse(fence(text), {})
        expect(blocks.map((token) => [token.type, token.content])).toEqual([['fence', `${visible(text)}\n`]])
      }),
    )
  })
})
