import { exportCaptures, formats, type ExportFormat } from '../core/export/index'
import { browser } from '../platform/browser'
import { eachCapture } from '../store/captures'
import { openStore } from '../store/open'

/** What an export's address asks for. */
export interface ExportOrder {
  format: ExportFormat
  /** Null: every host. */
  host: string | null
}

/** Reads an order; a format nobody knows becomes JSON Lines, which loses nothing. */
export function orderIn(query: URLSearchParams): ExportOrder {
  const format = query.get('format') ?? ''
  return { format: Object.hasOwn(formats, format) ? (format as ExportFormat) : 'jsonl', host: query.get('host') }
}

export interface ExportedFile {
  name: string
  href: string
  bytes: number
  captures: number
}

/** Text is handed to the browser in blocks of this many characters, so that it can go to disk. */
const BLOCK = 1 << 20

/**
 * Writes what is ordered into a file the browser holds. `onProgress` is told how many conversations
 * were written. @throws when the store cannot be read.
 */
export async function exportFile(order: ExportOrder, onProgress: (captures: number) => void): Promise<ExportedFile> {
  const store = await openStore()
  let captures = 0
  const source = async function* () {
    captures = 0
    for await (const { capture } of eachCapture(store, order.host ?? undefined)) {
      yield capture
      captures++
      if (captures % 50 === 0) onProgress(captures)
    }
  }
  const about = { version: browser.runtime.getManifest().version, generatedAt: new Date().toISOString() }
  const { extension, mediaType } = formats[order.format]
  const blob = new Blob(await inBlocks(exportCaptures(order.format, source, about)), { type: mediaType })
  return { name: fileName(order, about.generatedAt, extension), href: URL.createObjectURL(blob), bytes: blob.size, captures }
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

function fileName({ host }: ExportOrder, at: string, extension: string): string {
  const where = (host ?? 'all-sites').replace(/[^\w.-]/g, '_')
  return `telltale-${where}-${at.slice(0, 10)}.${extension}`
}
