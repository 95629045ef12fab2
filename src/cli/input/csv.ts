import Papa from 'papaparse'
import { Refusal, refuseAt } from '../refusal'
import { nameOf } from './bytes'
import type { Batches, InputRecord } from './record'
import { readText } from './text'

interface Table {
  file: string
  /** Null until the first row has named the columns. */
  names: string[] | null
  /** Where the next row begins. */
  line: number
}

/** A row longer than this is one whose quote was never closed. */
const LONGEST_ROW = 64_000_000

/** A table whose first row names the columns; RFC 4180, and other separators as found. */
export async function* openCsv(file: string): Batches {
  const table: Table = { file: nameOf(file), names: null, line: 1 }
  let open = ''
  let dialect: Dialect | null = null
  for await (const text of readText(file)) {
    dialect ??= dialectOf(text)
    open += `${text}\n`
    const { data, errors, meta } = parse(open, dialect, false)
    open = open.slice(meta.cursor)
    if (open.length > LONGEST_ROW) throw refuseAt(table, `a row of more than ${LONGEST_ROW} characters; is a quote not closed?`)
    yield recordsOf(table, data, errors)
  }
  if (dialect === null) throw new Refusal(`${table.file}: is empty; a table needs a row that names its columns`)
  const { data, errors } = parse(open.replace(/\n$/, ''), dialect, true)
  yield recordsOf(table, data, errors)
}

type Dialect = Pick<Papa.ParseConfig, 'delimiter' | 'newline'>

function dialectOf(text: string): Dialect {
  const { delimiter, linebreak } = Papa.parse(`${text}\n`.slice(0, 100_000), { preview: 20, skipEmptyLines: true }).meta
  return { delimiter, newline: linebreak === '\r\n' ? '\r\n' : '\n' }
}

function parse(text: string, dialect: Dialect, whole: boolean): Papa.ParseResult<string[]> {
  return new Papa.Parser(dialect).parse(text, 0, !whole) as Papa.ParseResult<string[]>
}

function recordsOf(table: Table, rows: string[][], errors: Papa.ParseError[]): InputRecord[] {
  const faults = new Map(errors.map((error) => [error.row, error.message]))
  return rows.flatMap((cells, i) => {
    const fault = faults.get(i)
    if (fault !== undefined) throw refuseAt(table, fault)
    return readRow(table, cells) ?? []
  })
}

function readRow(table: Table, cells: string[]): InputRecord | null {
  const { line, names } = table
  table.line += linesOf(cells)
  if (cells.length === 1 && cells[0]!.trim() === '') return null
  if (names === null) {
    table.names = columnNames(cells, table.file)
    return null
  }
  if (cells.length !== names.length) throw refuseAt({ ...table, line }, `${cells.length} cells under ${names.length} columns`)
  return { value: Object.fromEntries(names.map((name, i) => [name, cells[i]])), line }
}

function columnNames(cells: string[], file: string): string[] {
  const twice = cells.find((name, i) => cells.indexOf(name) !== i)
  if (twice !== undefined) throw refuseAt({ file, line: 1 }, `two columns are named "${twice}"`)
  return cells
}

/** Line ends inside cells are lines of the file too. */
function linesOf(cells: readonly string[]): number {
  return cells.reduce((sum, cell) => sum + (cell.includes('\n') ? cell.split('\n').length - 1 : 0), 1)
}
