import { describe, expect, test } from 'vitest'
import { siteFor } from '../../../src/sites'
import { selfHosted } from '../../fixtures/sites/selfHosted'
import { talk, type Shape } from '../../fixtures/sites/talk'
import { widgets } from '../../fixtures/sites/widgets'
import { MUTATIONS, seeded } from './mutate'
import { show } from './pages'

const bare = (text: string) => text.replace(/\s+/g, '')

function expected(shape: Shape) {
  return talk.flatMap(({ question, text, trace }) => [
    { role: 'user', answer: bare(question), trace: null },
    { role: 'assistant', answer: text, trace: shape.traceless || !trace ? null : bare(trace) },
  ])
}

async function read(shape: Shape, change: (document: Document) => void = () => {}) {
  const { document, close } = await show(shape.page(talk))
  change(document)
  const reading = siteFor(document, shape.url).read(document, shape.url)
  const turns = reading.turns.map(({ role, answer, trace }) => ({ role, answer: bare(answer), trace: trace === null ? null : bare(trace) }))
  close()
  return { reading, turns }
}

describe.each([['self-hosted programs', selfHosted], ['pages nobody described', widgets]] as const)('%s', (_, shapes) => {
  describe.each(Object.entries(shapes))('%s', (_, shape) => {
    test('gives every turn, its role, its words, and the reasoning apart', async () => {
      const { reading, turns } = await read(shape)
      expect(reading.site).toBe(shape.site)
      expect(turns).toEqual(expected(shape))
      expect(reading.health, reading.problems.join(' ')).toBe(shape.doubtful ? 'degraded' : 'ok')
    })

    test.each(Object.entries(MUTATIONS))('%s: right, or not called ok', async (_, mutate) => {
      for (let seed = 1; seed <= 5; seed += 1) {
        const { reading, turns } = await read(shape, (document) => mutate(document, seeded(seed)))
        if (reading.health === 'ok') expect(turns, `seed ${seed}`).toEqual(expected(shape))
        else expect(reading.problems).not.toEqual([])
      }
    })
  })
})
