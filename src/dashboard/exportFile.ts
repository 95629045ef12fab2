import { exportCaptures, formats } from '../core/export/index'
import { browser } from '../platform/browser'
import { eachCapture } from '../store/captures'
import { openStore } from '../store/open'
import type { ExportRoute } from './route'

export interface ExportedFile {
  name: string
  href: string
  bytes: number
  captures: number
}

/** Text is handed to the browser in blocks of this many characters, so that it can go to disk. */
const BLOCK = 1 << 20

/**
 * Writes what the route asks for into a file the browser holds. `onProgress` is told how many conversations
 * were written. @throws when the store cannot be read.
 */
export async function exportFile(route: ExportRoute, onProgress: (captures: number) => void): Promise<ExportedFile> {
  const store = await openStore()
  let captures = 0
  const source = async function* () {
    captures = 0
    for await (const { capture } of eachCapture(store, route.host ?? undefined)) {
      yield capture
      captures++
      if (captures % 50 === 0) onProgress(captures)
    }
  }
  const about = { version: browser.runtime.getManifest().version, generatedAt: new Date().toISOString() }
  const { extension, mediaType } = formats[route.format]
  const blob = new Blob(await inBlocks(exportCaptures(route.format, source, about)), { type: mediaType })
  return { name: fileName(route, about.generatedAt, extension), href: URL.createObjectURL(blob), bytes: blob.size, captures }
}

async function inBlocks(chunks: AsyncIterable<string>): Promise<Blob[]> {
  const blocks: Blob[] = []
  let block = ''
  for await (const chunk of chunks) {
    block += chunk
    if (block.length < BLOCK) continue
    blocks.push(new Blob([block]))
    block = ''
  }
  return [...blocks, new Blob([block])]
}

function fileName({ host }: ExportRoute, at: string, extension: string): string {
  const where = (host ?? 'all-sites').replace(/[^\w.-]/g, '_')
  return `telltale-${where}-${at.slice(0, 10)}.${extension}`
}
