import { describe, expect, test } from 'vitest'
import { siteFor } from '../../../src/sites'
import { MUTATIONS, seeded } from './mutate'
import { mistakes, savedPage, savedPages, show } from './pages'

const pages = await savedPages()
const SEEDS = [1, 2, 3]

describe.skipIf(pages.length === 0)('a redesigned page is read rightly or not called ok (skipped when ../shared/data is absent)', () => {
  describe.each(Object.entries(MUTATIONS))('%s', (_, mutate) => {
    test.each(pages)('$host/$n', async (page) => {
      const html = await savedPage(page)
      for (const seed of SEEDS) {
        const { document, close } = await show(html)
        mutate(document, seeded(seed))
        const reading = siteFor(document, page.url).read(document, page.url)
        const wrong = mistakes(page, reading)
        close()
        expect(reading.health === 'ok' ? wrong : [], `seed ${seed}, ${reading.problems.join(' ')}`).toEqual([])
      }
    })
  })
})
