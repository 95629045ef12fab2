/** One record of an input, and the line it begins on (in Parquet, its row), counted from 1. */
export interface InputRecord {
  value: unknown
  line: number
}

/** Records in the order of the file, as many at a time as one read gave. */
export type Batches = AsyncGenerator<InputRecord[]>
