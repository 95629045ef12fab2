import fc from 'fast-check'
import Papa from 'papaparse'
import { describe, expect, test } from 'vitest'
import { parseCapture } from '../../../../src/core/captures/schema'
import { exportCaptures, type ExportFormat } from '../../../../src/core/export/index'
import { csvLine, plainCell } from '../../../../src/core/export/csvText'
import { visible } from '../../../../src/core/export/visible'
import type { Capture } from '../../../../src/core/captures/capture'
import { about, captureOfText, hostileText } from './hostile'

async function exported(format: ExportFormat, captures: Capture[]): Promise<string> {
  let text = ''
  for await (const piece of exportCaptures(format, () => captures, about)) text += piece
  return text
}

const named = ['<img src=x onerror=alert(1)>', '=cmd()', 'a\0b', '\ud800', '\u202ex', '\u2028', '"\r\n,', '']

describe('JSONL', () => {
  test('gives every text back equal, one capture a line', async () => {
    await fc.assert(
      fc.asyncProperty(hostileText, hostileText, async (one, other) => {
        const captures = [await captureOfText(one), await captureOfText(other)]
        const text = await exported('jsonl', captures)
        // eslint-disable-next-line no-control-regex -- some readers end lines at these
        const lines = text.split(/\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]/)
        expect(lines.pop()).toBe('')
        expect(lines.map((line) => JSON.parse(line))).toEqual(captures)
      }),
    )
  })

  test('survives the way through bytes, and is what import takes', async () => {
    for (const text of named) {
      const capture = await captureOfText(text)
      const bytes = new TextEncoder().encode(await exported('jsonl', [capture]))
      expect(parseCapture(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)))).toEqual(capture)
    }
  })

  test('has the fields of the contract, in its order', async () => {
    const fields = Object.keys(JSON.parse(await exported('jsonl', [await captureOfText('x')])))
    const contract = ['format', 'id', 'site', 'host', 'url', 'title', 'modelLabel', 'startedAt', 'capturedAt', 'messages', 'findings', 'claims', 'verdict', 'rulePacks', 'health', 'sha256']
    expect(fields.filter((field) => contract.includes(field))).toEqual(contract)
  })
})

describe('CSV', () => {
  test('is read back equal by a CSV parser, cell by cell', () => {
    fc.assert(
      fc.property(fc.array(hostileText, { minLength: 2, maxLength: 5 }), (cells) => {
        const [row] = Papa.parse<string[]>(csvLine(cells), { delimiter: ',', newline: '\r\n' }).data
        expect(row!.map(plainCell)).toEqual(cells.map((cell) => cell.replaceAll('\0', '␀')))
      }),
    )
  })

  test('begins no cell with what a spreadsheet runs', () => {
    fc.assert(
      fc.property(fc.array(hostileText, { minLength: 2, maxLength: 5 }), (cells) => {
        const [row] = Papa.parse<string[]>(csvLine(cells), { delimiter: ',', newline: '\r\n' }).data
        for (const cell of row!) expect(cell).not.toMatch(/^[=+\-@＝＋－＠\t\r\n]/)
      }),
    )
  })

  test('has a row a finding with its claim, under a header, after a byte order mark', async () => {
    const text = await exported('csv', await Promise.all(['I am ChatGPT', 'b'].map(captureOfText)))
    expect(text.charCodeAt(0)).toBe(0xfeff)
    const { data, errors } = Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true })
    expect(errors).toEqual([])
    expect(data).toHaveLength(2)
    expect(data[0]).toMatchObject({ quote: 'I am ChatGPT', prefix: '', suffix: ' and I am ChatGPT', polarity: 'claimed', claimed_developer: 'openai', where: 'answer', start: '0', end: '12' })
  })

  test('has a row for a claim without a finding', async () => {
    const text = await exported('csv', [{ ...(await captureOfText('I am ChatGPT')), findings: [] }])
    const { data } = Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true })
    expect(data).toEqual([expect.objectContaining({ rule: '', quote: 'I am ChatGPT', claimed_developer: 'openai' })])
  })
})

test('what is shown has no control, bidirectional or lone character left', () => {
  fc.assert(
    fc.property(hostileText, (text) => {
      // eslint-disable-next-line no-control-regex -- these are looked for
      expect(visible(text)).not.toMatch(/[\0-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]/u)
    }),
  )
  expect(visible('a\u202eb\0\ud800 é😀\r\n')).toBe('a⟨U+202E⟩b⟨U+0000⟩⟨U+D800⟩ é😀\n')
})
