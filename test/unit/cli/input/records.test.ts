import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { parquetWriteBuffer } from 'hyparquet-writer'
import Papa from 'papaparse'
import { describe, expect, test } from 'vitest'
import type { InputRecord } from '../../../../src/cli/input/record'
import { readRecords } from '../../../../src/cli/input/records'
import { folderWith } from '../telltale'

async function read(name: string, content: string | Uint8Array): Promise<InputRecord[]> {
  let records: InputRecord[] = []
  for await (const batch of readRecords(join(folderWith({ [name]: content }), name))) records = records.concat(batch)
  return records
}

describe('JSON Lines', () => {
  test('are numbered as an editor does, past empty lines and a byte order mark', async () => {
    expect(await read('a.jsonl', '\ufeff{"a":1}\r\n\n  \n"é\u2028"')).toEqual([{ value: { a: 1 }, line: 1 }, { value: 'é\u2028', line: 4 }])
  })

  test('may be longer than what is read at once, and packed', async () => {
    const texts = ['é'.repeat(1_500_000), 'b', '😀'.repeat(400_000)]
    const lines = texts.map((text) => `${JSON.stringify(text)}\n`).join('')
    expect((await read('a.jsonl', lines)).map(({ value, line }) => [value === texts[line - 1], line])).toEqual([[true, 1], [true, 2], [true, 3]])
    expect(await read('a.jsonl.gz', gzipSync(lines))).toHaveLength(3)
  })

  test('name the line of a fault far into the file', async () => {
    const good = '{"a":1}\n'.repeat(300_000)
    await expect(read('a.jsonl', `${good}{"a"\n`)).rejects.toThrow('a.jsonl:300001: not JSON')
    await expect(read('a.jsonl', Buffer.concat([Buffer.from(good), Buffer.from([0x22, 0xff, 0x22])]))).rejects.toThrow('a.jsonl:300001: not UTF-8')
  })
})

describe('CSV', () => {
  test('gives objects by the header, with the line each begins on', async () => {
    const records = await read('a.csv', 'id,text\r\n1,"a\r\nb ""c"""\r\n\r\n2,d\r\n')
    expect(records).toEqual([{ value: { id: '1', text: 'a\r\nb "c"' }, line: 2 }, { value: { id: '2', text: 'd' }, line: 5 }])
  })

  test.each(['a,b\n1,2', 'a,b\r\n1,2', 'a;b\n1;2\n', 'a\tb\n1\t2\n', '\ufeff"a","b"\r\n"1","2"\r\n'])('reads %j', async (text) => {
    expect(await read('a.csv', text)).toEqual([{ value: { a: '1', b: '2' }, line: 2 }])
  })

  test('reads what a CSV writer wrote, however long', async () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r\n', ' ', '語') })
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 8 }), fc.constantFrom('\n', '\r\n'), async (rows, newline) => {
        const records = await read('a.csv', Papa.unparse([['x', 'y'], ...rows], { newline }))
        expect(records.map(({ value }) => value)).toEqual(rows.map(([x, y]) => ({ x, y })))
      }),
      { numRuns: 50 },
    )
    const long = `a,b\n${`"${'x\n'.repeat(200)}",2\n`.repeat(8000)}`
    const records = await read('a.csv', long)
    expect([records.length, records.at(-1)!.line]).toEqual([8000, 2 + 7999 * 201])
  })

  test.each([
    ['a,b\n1\n', 'a.csv:2: 1 cells under 2 columns'],
    ['a,b\n1,2\n"3" x,4\n', 'a.csv:3: '],
    ['a,b\n"1,2\n', 'a.csv:2: '],
    ['a,a\n', 'a.csv:1: two columns are named "a"'],
    ['', 'a.csv: is empty'],
  ])('refuses %j', async (text, message) => {
    await expect(read('a.csv', text)).rejects.toThrow(message)
  })
})

describe('Parquet', () => {
  const columnData = [
    { name: 'id', data: [1n, 2n, 3n], type: 'INT64' as const },
    { name: 'text', data: ['I am', '語', null], type: 'STRING' as const },
  ]

  test.each(['SNAPPY', 'UNCOMPRESSED'] as const)('gives rows, group by group (%s)', async (codec) => {
    const bytes = new Uint8Array(parquetWriteBuffer({ columnData, rowGroupSize: 2, codec }))
    const records = await read('a.parquet', bytes)
    expect(records.map(({ line, value }) => [line, value])).toEqual([
      [1, { id: 1n, text: 'I am' }],
      [2, { id: 2n, text: '語' }],
      [3, { id: 3n, text: null }],
    ])
  })

  test('says so when it is not, or is damaged', async () => {
    await expect(read('a.parquet', 'nonsense that is long enough to have a footer')).rejects.toThrow('a.parquet: not readable as Parquet')
    const bytes = new Uint8Array(parquetWriteBuffer({ columnData }))
    await expect(read('a.parquet', bytes.fill(0, 4, bytes.length - 40))).rejects.toThrow('a.parquet: not readable as Parquet')
    await expect(read('a.jsonl', bytes)).rejects.toThrow('a.jsonl: is Parquet')
  })
})
