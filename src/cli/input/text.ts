import { isUtf8 } from 'node:buffer'
import { Refusal, refuseAt } from '../refusal'
import { nameOf, readBytes } from './bytes'

/** Below what a JavaScript string can hold. */
const LONGEST_LINE = 500_000_000
const NEWLINE = 10

/** The text of a file in pieces that end where a line does, without that line's end (LF). UTF-8, or refused. */
export async function* readText(file: string): AsyncGenerator<string> {
  let line = 1
  for await (const bytes of wholeLines(file)) {
    if (!isUtf8(bytes)) throw refuseAt({ file: nameOf(file), line: line + linesBeforeFault(bytes) }, 'not UTF-8')
    const text = bytes.toString('utf8')
    yield line === 1 && text.startsWith('\ufeff') ? text.slice(1) : text
    line += countLines(bytes)
  }
}

async function* wholeLines(file: string): AsyncGenerator<Buffer> {
  let open: Buffer[] = []
  let length = 0
  for await (const chunk of readBytes(file)) {
    const end = chunk.lastIndexOf(NEWLINE)
    if (end >= 0) {
      yield Buffer.concat([...open, chunk.subarray(0, end)])
      open = []
      length = 0
    }
    open.push(chunk.subarray(end + 1))
    length += chunk.length - end - 1
    if (length > LONGEST_LINE) throw new Refusal(`${nameOf(file)}: a line is longer than ${LONGEST_LINE} bytes`)
  }
  if (length > 0) yield Buffer.concat(open)
}

function linesBeforeFault(bytes: Buffer): number {
  let from = 0
  for (let lines = 0; ; lines++) {
    const end = bytes.indexOf(NEWLINE, from)
    if (end < 0 || !isUtf8(bytes.subarray(from, end))) return lines
    from = end + 1
  }
}

function countLines(bytes: Buffer): number {
  let lines = 1
  for (let at = bytes.indexOf(NEWLINE); at >= 0; at = bytes.indexOf(NEWLINE, at + 1)) lines++
  return lines
}
