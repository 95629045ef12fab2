import { describe, expect, it } from 'vitest'
import { flagsOf, WITHDRAWN } from '../../../src/core/flags'
import type { Claim, Examination, Expected, Finding } from '../../../src/core/model'

const deepseek: Expected = { developers: ['deepseek'], products: [], source: 'test' }

const claim = (developer: string, polarity: Claim['polarity'] = 'claimed'): Claim => ({
  polarity, strength: 'direct', developer, product: null, where: 'answer', start: 0, end: 4, quote: 'I am', lang: 'en', because: ['I am'],
})
const finding = (family: Finding['family'], developer: string | null): Finding => ({
  rule: `${family}.x`, family, where: 'answer', start: 6, end: 8, quote: 'xy', pointsTo: developer === null ? null : { developer, product: null },
})
const examined = (claims: Claim[], findings: Finding[] = []): Examination => ({ claims, findings, verdict: 'none' })

describe('flagsOf', () => {
  it('flags a claim that is not what the site says of itself, and only if it is claimed', () => {
    expect(flagsOf(examined([claim('openai')]), deepseek)).toMatchObject([{ kind: 'conflict', rule: 'claim.direct', identity: { developer: 'openai' } }])
    expect(flagsOf(examined([claim('deepseek')]), deepseek)).toEqual([])
    for (const polarity of ['denied', 'mentioned', 'quoted', 'hypothetical'] as const) expect(flagsOf(examined([claim('openai', polarity)]), deepseek)).toEqual([])
  })

  it('calls a claim unchecked where nobody knows what to expect', () => {
    expect(flagsOf(examined([claim('openai')]), null)).toMatchObject([{ kind: 'claim' }])
  })

  it('never flags a name alone, nor a site’s own markers', () => {
    expect(flagsOf(examined([], [finding('identity', 'openai')]), deepseek)).toEqual([])
    expect(flagsOf(examined([], [finding('artefact', 'deepseek')]), deepseek)).toEqual([])
    expect(flagsOf(examined([], [finding('artefact', 'openai')]), deepseek)).toMatchObject([{ kind: 'artefact' }])
    expect(flagsOf(examined([], [finding('boilerplate', null)]), deepseek)).toMatchObject([{ kind: 'boilerplate' }])
  })

  it('flags reasoning that names another maker than its answer, where nothing else shows the conflict', () => {
    const inTrace = { ...claim('anthropic'), where: 'trace' as const }
    expect(flagsOf(examined([inTrace, claim('openai')]), null).map(({ kind, rule, where }) => [kind, rule, where])).toEqual([
      ['claim', 'claim.direct', 'trace'],
      ['claim', 'claim.direct', 'answer'],
      ['conflict', 'claim.disagreement', 'trace'],
    ])
    expect(flagsOf(examined([inTrace, claim('openai')]), deepseek).map(({ rule }) => rule)).toEqual(['claim.direct', 'claim.direct'])
    expect(flagsOf(examined([{ ...inTrace, developer: 'openai' }, claim('openai')]), null).map(({ rule }) => rule)).not.toContain('claim.disagreement')
  })

  it('says which words made a claim and what else could explain them', () => {
    const [flag] = flagsOf(examined([claim('openai')]), deepseek)
    expect(flag?.why?.words).toEqual(['I am'])
    expect(flag?.why?.otherReasons).toContain('shared-training-data')
  })

  it('leaves out what is muted and keeps page order', () => {
    const all = examined([claim('openai')], [finding('citation', 'openai')])
    expect(flagsOf(all, deepseek).map((flag) => flag.rule)).toEqual(['claim.direct', 'citation.x'])
    expect(flagsOf(all, deepseek, new Set(['claim.direct'])).map((flag) => flag.rule)).toEqual(['citation.x'])
  })
})

describe('an answer the page took back', () => {
  const nothing = examined([])
  const at = '2026-11-22T06:00:00.000Z'

  it('is flagged for that alone, quoting how it began', () => {
    const answer = `${'a'.repeat(159)}😀${'b'.repeat(50)}`
    expect(flagsOf(nothing, null, new Set(), { answer, trace: null, withdrawn: at })).toEqual([
      { kind: 'artefact', rule: WITHDRAWN, where: 'answer', start: 0, end: 159, quote: 'a'.repeat(159), identity: null },
    ])
    expect(flagsOf(nothing, null, new Set(), { answer: '', trace: 'Hm.', withdrawn: at })).toMatchObject([{ where: 'trace', quote: 'Hm.' }])
  })

  it('is not flagged when it stands, when nothing of it was shown, or when the person switched that off', () => {
    expect(flagsOf(nothing, null, new Set(), { answer: 'Yes.', trace: null })).toEqual([])
    expect(flagsOf(nothing, null, new Set(), { answer: '', trace: null, withdrawn: at })).toEqual([])
    expect(flagsOf(nothing, null, new Set([WITHDRAWN]), { answer: 'Yes.', trace: null, withdrawn: at })).toEqual([])
  })
})
