import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { oneLine, Refusal } from '../refusal'

const CHUNK = 1 << 20

/** What a file (or standard input, `-`) holds, unpacked if it is gzip, whatever its name. */
export async function* readBytes(file: string): AsyncGenerator<Buffer> {
  const source: Readable = file === '-' ? process.stdin : createReadStream(file, { highWaterMark: CHUNK })
  try {
    const chunks = source[Symbol.asyncIterator]() as AsyncIterator<Buffer>
    const first = await chunks.next()
    if (first.done) return
    const all = withFirst(first.value, chunks)
    if (isParquet(first.value)) throw new Refusal(`${nameOf(file)}: is Parquet; give it as a file, with --format parquet`)
    yield* isGzip(first.value) ? gunzip(all) : all
  } catch (error) {
    throw asRefusal(error, file)
  } finally {
    source.destroy()
  }
}

export function nameOf(file: string): string {
  return file === '-' ? '<stdin>' : file
}

const reasons: Record<string, string> = {
  ENOENT: 'no such file',
  EACCES: 'no permission to read it',
  EISDIR: 'is a folder; name the files in it',
  Z_DATA_ERROR: 'damaged gzip data',
  Z_BUF_ERROR: 'the gzip data ends too early',
}

/** A failure to read as one line that names the file; anything else as it is. */
export function asRefusal(error: unknown, file: string): unknown {
  if (error instanceof Refusal || !(error instanceof Error) || !('code' in error)) return error
  return new Refusal(`${nameOf(file)}: ${reasons[String(error.code)] ?? oneLine(error.message)}`)
}

async function* withFirst(first: Buffer, rest: AsyncIterator<Buffer>): AsyncGenerator<Buffer> {
  yield first
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value
}

function gunzip(packed: AsyncIterable<Buffer>): AsyncIterable<Buffer> {
  const source = Readable.from(packed, { objectMode: false })
  const unpacked = createGunzip({ chunkSize: CHUNK })
  source.on('error', (error) => unpacked.destroy(error))
  return source.pipe(unpacked)
}

function isGzip(bytes: Buffer): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b
}

function isParquet(bytes: Buffer): boolean {
  return bytes.subarray(0, 4).toString('latin1') === 'PAR1'
}
