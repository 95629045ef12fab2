import { describe, expect, test } from 'vitest'
import { siteFor } from '../../../src/sites'
import { mistakes, savedPage, savedPages, show } from './pages'

const pages = await savedPages()

describe.skipIf(pages.length === 0)('saved real pages (skipped when ../shared/data is absent)', () => {
  test.each(pages)('$host/$n reads as expected', async (page) => {
    const { document, close } = await show(await savedPage(page))
    const reading = siteFor(document, page.url).read(document, page.url)
    close()
    expect(mistakes(page, reading)).toEqual([])
  })
})
