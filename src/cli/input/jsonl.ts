import { oneLine, refuseAt } from '../refusal'
import { nameOf } from './bytes'
import type { Batches, InputRecord } from './record'
import { readText } from './text'

/** One JSON value a line; empty lines are passed over. */
export async function* openJsonl(file: string): Batches {
  let line = 1
  for await (const text of readText(file)) {
    const lines = text.split('\n')
    const records: InputRecord[] = []
    for (const [i, written] of lines.entries()) {
      if (written !== '' && written.trim() !== '') records.push({ value: parse(written, file, line + i), line: line + i })
    }
    line += lines.length
    if (records.length > 0) yield records
  }
}

function parse(text: string, file: string, line: number): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw refuseAt({ file: nameOf(file), line }, `not JSON: ${oneLine((error as SyntaxError).message, 120)}`)
  }
}
