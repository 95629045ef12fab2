import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { findClaims } from '../../../../src/core/identity/index'

interface Item {
  id: string
  text: string
  label: string
  borderline: boolean
  prompt?: string
}

const data = process.env.TELLTALE_DATA ? new URL(`file://${process.env.TELLTALE_DATA}/`) : new URL('../../../../../shared/data/', import.meta.url)
const file = new URL('identity/dev.jsonl', data)
const isHere = existsSync(file)

/** The bars of the kept-back half, held on the development half; skipped where the data is not (see docs/identity.md). */
test.skipIf(!isHere)('the labelled development half stays above the bars (skipped without ../shared/data)', () => {
  const items = readFileSync(file, 'utf8').trim().split('\n').map((line) => JSON.parse(line) as Item).filter((item) => !item.borderline)
  const isFlagged = ({ text, prompt }: Item) => findClaims(text, { where: 'answer', prompt }).some((claim) => claim.polarity === 'claimed')
  const [claims, others] = [items.filter((item) => item.label === 'claim'), items.filter((item) => item.label !== 'claim')]
  const found = claims.filter(isFlagged).length
  const alarms = others.filter(isFlagged)
  expect(found / claims.length).toBeGreaterThanOrEqual(0.97)
  expect(alarms.map((item) => item.id)).toEqual([])
})
