import { mkdirSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { expectedOf, shapeOf } from './fixtures'
import { replaceAll, takeInventory } from './inventory'
import type { SavedPage } from './pages'
import type { SavedPageReader } from './reader'
import { scrubAddress, scrubbed } from './scrub'

/**
 * Saves a scrubbed copy of a page and, beside it, what the extension reads of that copy. Gives back the two paths.
 * @throws when the copy does not read like the page: then scrubbing took away something that matters.
 */
export async function record(reader: SavedPageReader, saved: SavedPage, directory: string): Promise<string[]> {
  const url = scrubAddress(saved.url)
  const { html, original } = await reader.show(saved, async ({ page, read }) => {
    const reading = expectedOf(url, await read())
    return { original: reading, html: await replaceAll(page, scrubbed(await takeInventory(page))) }
  })
  const copy = await reader.show({ ...saved, url }, async ({ read }) => expectedOf(url, await read()), html)
  if (shapeOf(copy) !== shapeOf(original)) {
    throw new Error(`${saved.file}: its scrubbed copy reads otherwise (${shapeOf(original)} became ${shapeOf(copy)}); add the attribute values it needs to test/site/scrub.ts`)
  }
  const stem = join(directory, basename(saved.file).replace(/\.html?$/i, ''))
  mkdirSync(directory, { recursive: true })
  writeFileSync(`${stem}.html`, html)
  writeFileSync(`${stem}.expected.json`, `${JSON.stringify(copy, null, 1)}\n`)
  return [`${stem}.html`, `${stem}.expected.json`]
}
