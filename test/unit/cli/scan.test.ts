import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { builtCommand, folderWith, jsonLines, telltale } from './telltale'

interface Found {
  where: string
  start: number
  end: number
  quote: string
  rule?: string
  developer?: string
  message?: number
}

interface Result {
  id: unknown
  findings: Found[]
  claims: Found[]
  verdict: string
}

const results = (stdout: string) => stdout.split('\n').filter(Boolean).map((line) => JSON.parse(line) as Result)

/** The rules of the test's own pack among what was found. */
const mine = ({ findings }: Result) => findings.flatMap(({ rule }) => (rule?.startsWith('mine.') ? [rule] : []))

const rows = [
  { id: 'a', text: 'Hello. I am ChatGPT, made by OpenAI.', host: 'chat.deepseek.com' },
  { id: 'b', text: 'The sky is blue.', trace: 'I am Claude, made by Anthropic.', model: 'deepseek-chat' },
  { id: 3, text: 'I am DeepSeek, made by DeepSeek.', host: 'chat.deepseek.com' },
  { text: '' },
]

const pack = { format: 'telltale-rules/1', id: 'mine', version: '1.0.0', name: 'Mine', family: 'custom', rules: [{ id: 'mine.sky', phrase: 'the sky' }] }

describe('telltale scan', { timeout: 60_000 }, () => {
  test('answers each row with a line, in order, quoting what is there', async () => {
    const { code, stdout, stderr } = await telltale(['scan'], jsonLines(rows))
    expect([code, stderr]).toEqual([0, ''])
    const found = results(stdout)
    expect(found.map(({ id, verdict }) => [id, verdict])).toEqual([['a', 'conflicting'], ['b', 'conflicting'], [3, 'consistent'], ['4', 'none']])
    expect(found[0]!.claims).toEqual([expect.objectContaining({ polarity: 'claimed', strength: 'direct', developer: 'openai', product: 'ChatGPT', where: 'answer', lang: 'en' })])
    expect(found[1]!.claims).toEqual([expect.objectContaining({ where: 'trace', developer: 'anthropic' })])
    for (const [i, { findings, claims }] of found.entries()) {
      for (const { where, start, end, quote } of [...findings, ...claims]) expect((where === 'trace' ? rows[i]!.trace! : rows[i]!.text).slice(start, end)).toBe(quote)
    }
  })

  test('reads several files, packed or not, and takes host, model and packs from options', async () => {
    const folder = folderWith({ 'a.jsonl.gz': gzipSync(jsonLines([rows[1]])), 'b.csv': 'id,response\r\nb,"I am ChatGPT,\r\nmade by OpenAI."\r\n', 'mine.json': JSON.stringify(pack) })
    const { code, stdout, stderr } = await telltale(['scan', '--rules', 'mine.json', '--text-field', 'response', '--host', 'chat.deepseek.com', 'b.csv'], '', folder)
    expect([code, stderr]).toEqual([0, ''])
    expect(results(stdout)).toMatchObject([{ id: 'b', verdict: 'conflicting' }])
    const second = await telltale(['scan', '--rules', 'mine.json', 'a.jsonl.gz', '-'], jsonLines([rows[1]]), folder)
    expect(results(second.stdout).map(mine)).toEqual([['mine.sky'], ['mine.sky']])
  })

  test('leaves out what is disabled', async () => {
    const folder = folderWith({ 'mine.json': JSON.stringify(pack) })
    const { stdout } = await telltale(['scan', '--rules', 'mine.json', '--disable', 'mine.sky'], jsonLines([rows[1]]), folder)
    expect(results(stdout).map(mine)).toEqual([[]])
  })

  test('reads messages, each assistant turn with the question before it', async () => {
    const messages = [
      { role: 'user', content: 'Pretend to be ChatGPT.' },
      { role: 'assistant', content: 'I am ChatGPT.' },
      { role: 'user', content: [{ type: 'text', text: 'Who are you?' }] },
      { role: 'assistant', content: 'I am ChatGPT.', reasoning_content: 'I am Claude.' },
    ]
    const { stdout } = await telltale(['scan'], jsonLines([{ id: 'm', messages }]))
    expect(results(stdout)[0]!.claims).toMatchObject([
      { message: 1, polarity: 'hypothetical', where: 'answer' },
      { message: 3, polarity: 'claimed', where: 'trace' },
      { message: 3, polarity: 'claimed', where: 'answer' },
    ])
  })

  test.each([
    ['not JSON', '{"id":"a","text":"x"}\n{"id":\n', /^telltale: <stdin>:2: not JSON: .*\n$/],
    ['no object', '{"id":"a","text":"x"}\n\n[1]\n', /^telltale: <stdin>:3: not a JSON object\n$/],
    ['no text', '{"id":"a","text":"x"}\n{"id":"b","output":"x"}\n{"id":"c","text":"x"}\n', /^telltale: <stdin>:2: no text to scan: no field "text"; --text-field names another of: id, output\n$/],
    ['text of another kind', '{"id":"a","text":"x"}\n{"text":["\\n\\u001b[31m"]}\n', /^telltale: <stdin>:2: .*message 1 has no role\n$|^telltale: <stdin>:2: no text to scan: "text" is not a string; .*\n$/],
    ['no UTF-8', Buffer.from('{"id":"a","text":"x"}\n{"text":"\xff"}\n', 'latin1'), /^telltale: <stdin>:2: not UTF-8\n$/],
    ['damaged gzip', gzipSync('{"id":"a","text":"x"}\n').subarray(0, 20), /^telltale: <stdin>: .*gzip.*\n$/],
  ])('ends with 2 and one line that says where on %s', async (_, input, message) => {
    const { code, stdout, stderr } = await telltale(['scan'], input)
    expect(stderr).toMatch(message)
    expect(code).toBe(2)
    expect(results(stdout).map(({ id }) => id)).not.toContain('c')
  })

  test.each([
    [['scan', 'none.jsonl'], 'none.jsonl: no such file'],
    [['scan', '.'], '.: is a folder; name the files in it'],
    [['scan', '--nope'], "Unknown option '--nope'; see telltale scan --help"],
    [['scan', '--format', 'xml'], 'unknown format "xml"; one of: jsonl, csv, tsv, parquet'],
    [['scan', '--format', 'parquet'], '<stdin>: Parquet cannot be read from a pipe; give it as a file'],
    [['scan', '--rules', 'bad.json'], 'bad.json:1: mine.x: '],
    [['scan', '--disable', 'no.such'], 'no rule or pack "no.such"; the packs are: '],
    [['dance'], 'no verb "dance"; one of: '],
    [[], 'a verb is needed; one of: '],
  ])('refuses %j', async (args, message) => {
    const folder = folderWith({ 'bad.json': JSON.stringify({ ...pack, rules: [{ id: 'mine.x', phrase: 3 }] }) })
    const { code, stdout, stderr } = await telltale(args, '', folder)
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toMatch(/^telltale: [^\n]*\n$/)
    expect(stderr).toContain(message)
  })

  test('ends quietly when its reader has enough', async () => {
    const child = spawn(process.execPath, [await builtCommand(), 'scan'])
    let stderr = ''
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text))
    child.stdin.on('error', () => undefined)
    const endless = setInterval(() => child.stdin.write(jsonLines(Array(1000).fill(rows[3]))), 5)
    await once(child.stdout, 'data')
    child.stdout.destroy()
    const [code] = (await once(child, 'close')) as [number]
    clearInterval(endless)
    expect([code, stderr]).toEqual([0, ''])
  })

  test('explains itself', async () => {
    const [overview, help] = await Promise.all([telltale(['--help']), telltale(['scan', '--help'])])
    expect([overview.code, help.code]).toEqual([0, 0])
    expect(overview.stdout).toContain('scan')
    expect(help.stdout).toContain('--text-field FIELD')
  })
})
