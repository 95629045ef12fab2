import { Refusal } from '../refusal'
import { openCsv } from './csv'
import { openJsonl } from './jsonl'
import { openParquet } from './parquet'
import type { Batches } from './record'

const readers = { jsonl: openJsonl, csv: openCsv, tsv: openCsv, parquet: openParquet }

export type InputFormat = keyof typeof readers

export const inputFormats = Object.keys(readers) as InputFormat[]

/** The records of a file, or of standard input when it is `-`. The format is told by the name unless given. */
export function readRecords(file: string, format = formatOf(file)): Batches {
  return readers[format](file)
}

export function asFormat(name: string): InputFormat {
  const format = inputFormats.find((known) => known === name)
  if (!format) throw new Refusal(`unknown format "${name}"; one of: ${inputFormats.join(', ')}`)
  return format
}

function formatOf(file: string): InputFormat {
  const extension = /\.([a-z]+)(?:\.gz)?$/i.exec(file)?.[1]?.toLowerCase()
  return inputFormats.find((known) => known === extension) ?? 'jsonl'
}
