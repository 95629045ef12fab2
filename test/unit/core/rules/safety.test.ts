import { check } from 'recheck'
import { describe, expect, it } from 'vitest'
import { flagsFor, parseExpression } from '../../../../src/core/rules/expression'
import { builtInPacks } from '../../../../src/core/rules/index'

/** Names one beside the other, as in the identity pack: nothing in them repeats. */
const CHOICE = /^\(\?:(?:(?:\\b)?(?:[^\\^$.*+?()[\]{}|]|\\[^\w])+(?:\\b)?\|?)+\)$/

/** Every other expression that runs on the native engine, once. */
const sources = new Map<string, string>()
for (const rule of builtInPacks.flatMap(pack => pack.rules)) {
  if (!('regex' in rule)) continue
  const flags = flagsFor(rule.regex, (rule.match ?? 'folded') === 'folded').replace('g', '')
  if (!CHOICE.test(rule.regex)) sources.set(`${flags} ${rule.regex}`, rule.id)
  for (const part of choicesOf(rule.context?.before ?? '')) sources.set(`${flags} (?:${part})$`, `${rule.id} before ${part.slice(0, 30)}`)
  for (const part of choicesOf(rule.context?.after ?? '')) sources.set(`${flags} ^(?:${part})`, `${rule.id} after ${part.slice(0, 30)}`)
}

/** The choices of an expression: trying one after the other takes no longer than all of them together. */
function choicesOf(source: string): string[] {
  const parsed = parseExpression(source, Infinity)
  if (!parsed.ok) return []
  const choices: string[] = []
  let [depth, begin] = [0, 0]
  for (let i = 0; i <= source.length; i++) {
    if (source[i] === '(') depth++
    if (source[i] === ')') depth--
    if (depth > 0 || (source[i] !== '|' && i < source.length)) continue
    choices.push(source.slice(begin, i))
    begin = i + 1
  }
  expect(choices.length).toBe(parsed.expression.kind === 'either' ? parsed.expression.choices.length : 1)
  return choices
}

describe('built-in expressions', () => {
  it.each([...sources].map(([key, id]) => [id, key] as const))('%s cannot run long', async (_, key) => {
    const [flags, source] = [key.slice(0, key.indexOf(' ')), key.slice(key.indexOf(' ') + 1)]
    const verdict = await check(source, flags, { timeout: 20_000 })
    expect(verdict.status === 'safe' ? 'safe' : JSON.stringify(verdict).slice(0, 300)).toBe('safe')
  }, 30_000)
})
