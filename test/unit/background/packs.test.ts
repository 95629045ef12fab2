import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { Rule, RulePack } from '../../../src/core/rules/index'

const stored = vi.hoisted(() => ({ values: {} as Record<string, unknown>, writes: 0 }))

vi.mock('webextension-polyfill', () => ({
  default: {
    i18n: { getMessage: (name: string) => name },
    storage: {
      local: {
        // A copy each way, and later: as a browser does it.
        get: async (key: string) => structuredClone({ [key]: stored.values[key] }),
        set: async (values: object) => {
          await new Promise((resolve) => setTimeout(resolve, 1))
          Object.assign(stored.values, structuredClone(values))
          stored.writes++
        },
      },
    },
  },
}))

const { importPack, planImport, removePack, removeRule, saveRule } = await import('../../../src/background/packs')
const packs = () => (stored.values.packs ?? []) as RulePack[]
const rulesOf = (id: string) => packs().find((pack) => pack.id === id)?.rules

function file(rules: unknown[], rest: object = {}): string {
  return JSON.stringify({ format: 'telltale-rules/1', id: 'lab', version: '1.0.0', name: 'Lab', family: 'custom', rules, ...rest })
}

beforeEach(() => {
  stored.values = {}
  stored.writes = 0
})

describe('importing a pack', () => {
  it('changes nothing until it is applied, and says what an update would change', async () => {
    const before = [{ id: 'lab.a', phrase: 'one' }, { id: 'lab.b', phrase: 'two' }, { id: 'lab.c', phrase: 'three' }]
    const after = [{ phrase: 'one', id: 'lab.a' }, { id: 'lab.b', phrase: 'two', severity: 'high' }, { id: 'lab.d', phrase: 'four' }]
    expect(await planImport(file(before))).toMatchObject({ ok: true, from: null, added: { count: 3 } })
    expect(packs()).toEqual([])
    await importPack(file(before))
    expect(await planImport(file(after, { version: '1.1.0' }))).toMatchObject({
      ok: true, version: '1.1.0', from: { version: '1.0.0' },
      added: { count: 1, first: [{ id: 'lab.d' }] }, removed: { count: 1, first: [{ id: 'lab.c' }] },
      changed: { count: 1, first: [{ before: { id: 'lab.b' }, after: { severity: 'high' } }] },
    })
    expect(rulesOf('lab')).toEqual(before)
    await importPack(file(after, { version: '1.1.0' }))
    expect(rulesOf('lab')).toEqual(after)
  })

  it('that is refused leaves the packs in use untouched, and names line and rule', async () => {
    await importPack(file([{ id: 'lab.a', phrase: 'one' }]))
    const writes = stored.writes
    const bad = '{"format":"telltale-rules/1","id":"lab","version":"2.0.0","name":"Lab","family":"custom","rules":[\n{"id":"lab.a","phrase":"one"},\n{"id":"lab.x","regex":"a(?=b)"}]}'
    expect(await importPack(bad)).toMatchObject({ ok: false, errors: [{ line: 3, rule: 'lab.x' }] })
    expect(stored.writes).toBe(writes)
    expect(packs()[0]).toMatchObject({ version: '1.0.0' })
  })

  it('gives ids nobody else has: switches and findings name rules by id alone', async () => {
    await importPack(file([{ id: 'claim.direct', phrase: 'one' }], { id: 'artefacts' }))
    await importPack(file([{ id: 'artefacts-copy.claim.direct', phrase: 'other' }]))
    expect(packs().map(({ id, rules }) => [id, rules.map((rule) => rule.id)])).toEqual([
      ['artefacts-copy', ['artefacts-copy.claim.direct']],
      ['lab', ['lab.artefacts-copy.claim.direct']],
    ])
    expect(await planImport(file([{ id: 'claim.direct', phrase: 'one' }], { id: 'artefacts' }))).toMatchObject({ id: 'artefacts-copy', changed: { count: 0 }, added: { count: 0 } })
  })

  it('can be beside the pack it would update', async () => {
    await importPack(file([{ id: 'lab.a', phrase: 'one' }]))
    await importPack(file([{ id: 'lab.a', phrase: 'another' }]), true)
    expect(packs().map(({ id, rules }) => [id, rules[0]!.id])).toEqual([['lab', 'lab.a'], ['lab-2', 'lab-2.lab.a']])
  })

  it('is refused when all packs together would slow every page down', async () => {
    const expressions = (pack: string, n: number, word: string) => file(Array.from({ length: n }, (_, i) => ({ id: `${pack}.${i}`, regex: `${word}${i}.` })), { id: pack })
    expect(await importPack(expressions('one', 300, 'word'))).toMatchObject({ ok: true })
    expect(await importPack(expressions('two', 300, 'word'))).toMatchObject({ ok: false, errors: [{ message: expect.stringMatching(/600 regular expressions/) as string }] })
    const short = (pack: string) => file(Array.from({ length: 26 }, (_, i) => ({ id: `${pack}.${i}`, anyOf: Array.from({ length: 1000 }, (_, n) => (i * 1000 + n).toString(36)) })), { id: pack })
    expect(await importPack(short('p'))).toMatchObject({ ok: true })
    expect(await importPack(short('q'))).toMatchObject({ ok: false, errors: [{ message: expect.stringMatching(/52000 phrases/) as string }] })
    const untied = file(Array.from({ length: 21 }, (_, i) => ({ id: `u.${i}`, regex: `\\w+\\s{1,${i + 1}}` })), { id: 'u' })
    expect(await importPack(untied)).toMatchObject({ ok: false, errors: [{ rule: 'u.20' }] })
    expect(packs().map(({ id }) => id)).toEqual(['one', 'p'])
  })

  it('loses nothing when two come at once', async () => {
    await Promise.all([importPack(file([{ id: 'a.a', phrase: 'one' }], { id: 'a' })), importPack(file([{ id: 'b.b', phrase: 'two' }], { id: 'b' })), saveRule({ id: 'custom.x', phrase: 'x' }, null)])
    expect(packs().map(({ id }) => id)).toEqual(['a', 'b', 'custom'])
    await removePack('a')
    expect(packs().map(({ id }) => id)).toEqual(['b', 'custom'])
  })
})

describe('the rules of the workbench', () => {
  const ids = () => (rulesOf('custom') ?? []).map(({ id }: Rule) => id)

  it('are added, edited in place and deleted, each time as a new version', async () => {
    await saveRule({ id: 'custom.x', phrase: 'one' }, null)
    await saveRule({ id: 'custom.x', phrase: 'two' }, null)
    expect(ids()).toEqual(['custom.x', 'custom.x-2'])
    await saveRule({ id: 'custom.x', anyOf: ['three'] }, 'custom.x')
    expect(rulesOf('custom')![0]).toEqual({ id: 'custom.x', anyOf: ['three'] })
    await removeRule('custom.x-2')
    expect(ids()).toEqual(['custom.x'])
    expect(packs()[0]).toMatchObject({ id: 'custom', name: 'myRules', version: '0.0.4' })
  })

  it('are refused with the reason, and then nothing is written', async () => {
    expect(await saveRule({ id: 'custom.x', regex: '(a)\\1' }, null)).toMatchObject({ ok: false, errors: [{ message: expect.stringMatching(/back-references/) as string }] })
    expect(await saveRule('nonsense', null)).toMatchObject({ ok: false })
    expect(stored.writes).toBe(0)
  })

  it('are on when they are new, though one of that name was switched off before', async () => {
    stored.values.settings = { disabledRules: ['custom.x', 'other'], switchedPacks: [], expectedOn: {} }
    await saveRule({ id: 'custom.x', phrase: 'one' }, null)
    expect(stored.values.settings).toMatchObject({ disabledRules: ['other'] })
  })
})
