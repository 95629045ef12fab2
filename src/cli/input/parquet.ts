import { asyncBufferFromFile, parquetMetadataAsync, parquetReadObjects } from 'hyparquet'
import { compressors } from 'hyparquet-compressors'
import { oneLine, Refusal } from '../refusal'
import { asRefusal } from './bytes'
import type { Batches } from './record'

/** Reads one row group at a time, so memory is that of the largest. Parquet is read from its end: not from a pipe. */
export async function* openParquet(path: string): Batches {
  if (path === '-') throw new Refusal('<stdin>: Parquet cannot be read from a pipe; give it as a file')
  const { file, metadata } = await open(path)
  let rowStart = 0
  for (const group of metadata.row_groups) {
    const rowEnd = rowStart + Number(group.num_rows)
    const rows = await parquetReadObjects({ file, metadata, rowStart, rowEnd, compressors }).catch((error: unknown) => {
      throw damaged(error, path)
    })
    const first = rowStart + 1
    yield rows.map((value, i) => ({ value, line: first + i }))
    rowStart = rowEnd
  }
}

async function open(path: string) {
  try {
    const file = await asyncBufferFromFile(path)
    return { file, metadata: await parquetMetadataAsync(file) }
  } catch (error) {
    throw damaged(error, path)
  }
}

function damaged(error: unknown, path: string): unknown {
  const refusal = asRefusal(error, path)
  if (refusal instanceof Refusal || !(error instanceof Error)) return refusal
  return new Refusal(`${path}: not readable as Parquet: ${oneLine(error.message)}`)
}
