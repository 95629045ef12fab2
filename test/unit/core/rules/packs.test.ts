import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { catalogue, writtenPacks } from '../../../../src/core/rules/catalogue'
import { builtInPacks, compileRules, parsePack, scanText } from '../../../../src/core/rules/index'
import { SHIPPED, shippedText } from '../../../support/shippedPacks'

const all = compileRules(builtInPacks)
const finds = (id: string, text: string): boolean =>
  (['answer', 'trace'] as const).some(where => scanText(all, text, { where }).some(finding => finding.rule === id))

it.each(writtenPacks.map(pack => [pack.id, pack] as const))('pack %s is valid', (_, pack) => {
  expect(parsePack(pack)).toEqual({ ok: true, pack })
})

it('the packs that ship are those that are written', () => {
  expect(readFileSync(SHIPPED, 'utf8')).toBe(shippedText())
})

it('no rule has to be tried on every line, and none is left out', () => {
  expect(all.ungated.map(rule => rule.id)).toEqual([])
  expect(all.refused).toEqual([])
  expect(all.rules.map(rule => rule.id)).toEqual(catalogue.flatMap(pack => pack.rules.map(rule => rule.id)))
})

it('no two rules share an id', () => {
  const ids = all.rules.map(rule => rule.id)
  expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([])
})

describe.each(catalogue.map(pack => [pack.id, pack] as const))('pack %s', (_, pack) => {
  it.each(pack.rules.map(rule => [rule.id, rule] as const))('%s finds its examples, and only those', (id, rule) => {
    expect(rule.source).toBeTruthy()
    expect(rule.examples!.match.filter(text => !finds(id, text))).toEqual([])
    expect(rule.examples!.noMatch.filter(text => finds(id, text))).toEqual([])
    expect(rule.examples!.match.length * rule.examples!.noMatch.length).toBeGreaterThan(0)
  })
})
