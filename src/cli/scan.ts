import { readFile } from 'node:fs/promises'
import { worstVerdict } from '../core/captures/capture'
import { examineRaw, type RawExamination } from '../core/examine'
import { jsonLine } from '../core/export/jsonl'
import { expectedIdentity } from '../core/identity/index'
import type { Expected } from '../core/model'
import { builtInPacks, compileRules, parsePack, type RulePack, type RuleSet } from '../core/rules/index'
import { command, type Parsed } from './command'
import { asRefusal, nameOf } from './input/bytes'
import { asFormat, inputFormats, readRecords } from './input/records'
import { openOutput } from './output'
import { oneLine, Refusal, type Place } from './refusal'
import { rowOf, type FieldMap, type Row } from './row'

const options = {
  rules: { argument: 'FILE', multiple: true, help: 'also look for the rules of this pack (telltale-rules/1); may be repeated' },
  enable: { argument: 'PACK', multiple: true, help: 'also look for the rules of this built-in pack that is off as it comes; may be repeated' },
  disable: { argument: 'ID', multiple: true, help: 'leave out this rule or pack; may be repeated' },
  host: { argument: 'HOST', help: 'where the answers are from, for rows that do not say (chat.deepseek.com)' },
  model: { argument: 'NAME', help: 'the model that is said to answer, for rows that do not say' },
  lang: { argument: 'TAG', help: 'the language of the answers (en, zh, …), for rows that do not say' },
  format: { argument: 'NAME', help: `read every input as ${inputFormats.join(', ')}; else the file's name tells` },
  'id-field': { argument: 'FIELD', help: 'field of the id (id)' },
  'text-field': { argument: 'FIELD', help: 'field of the answer, or of a list of messages (text)' },
  'trace-field': { argument: 'FIELD', help: 'field of the reasoning (trace)' },
  'prompt-field': { argument: 'FIELD', help: 'field of the question (prompt)' },
  'host-field': { argument: 'FIELD', help: 'field of the host (host)' },
  'model-field': { argument: 'FIELD', help: 'field of the model (model)' },
  'lang-field': { argument: 'FIELD', help: 'field of the language (lang)' },
} as const

type Values = Parsed<typeof options>['values']

const details = `
Reads rows from files, or from standard input (-, or no file): JSON Lines, CSV, Parquet; gzip is unpacked.
A row is {"id", "text", "trace"?, "prompt"?, "host"?, "model"?, "lang"?}; OpenAI-style "messages" and SpeechMap rows
are recognised. Dotted names reach into objects (--text-field response.text).

Writes one JSON line a row, in order: {"id", "findings", "claims", "verdict"}. Offsets are UTF-16 code units into the
given text, end exclusive. Findings and claims in reasoning that stood inside the text (<think>…</think>) are in the
"trace", with "from": "text" to say that the offsets count there. Those of rows with messages say which: "message": 1.

Exits with 0, or with 2 and one line on standard error that says what is wrong and where.
`

export const scan = command({
  summary: 'Finds what gives a model away in its answers: claims of identity, artefacts, stock phrases.',
  usage: '[options] [FILE…]',
  options,
  details,
  run,
})

async function run({ files, values }: Parsed<typeof options>): Promise<number> {
  const rules = await rulesOf(values)
  const format = values.format === undefined ? undefined : asFormat(values.format)
  const examineRow = rowExaminer(rules, values)
  const output = openOutput(process.stdout)
  for (const file of files.length > 0 ? files : ['-']) {
    for await (const records of readRecords(file, format)) {
      try {
        for (const { value, line } of records) output.write(`${examineRow(value, { file: nameOf(file), line })}\n`)
      } finally {
        await output.flush()
      }
      if (output.closed) return 0
    }
  }
  return 0
}

function rowExaminer(rules: RuleSet, values: Values): (value: unknown, place: Place) => string {
  const map = fieldMap(values)
  const expectedOf = rememberExpected()
  return (value, place) => {
    const row = rowOf(value, map, place)
    const expected = expectedOf(row.host ?? values.host, row.model ?? values.model)
    const examinations = row.answers.map((answer) => ({
      message: answer.message,
      examination: examineRaw({ ...answer, lang: answer.lang ?? values.lang }, { rules, expected }),
    }))
    return jsonLine(resultOf(row, examinations), withoutBigint)
  }
}

function resultOf(row: Row, examinations: { message: number | undefined; examination: RawExamination }[]) {
  return {
    id: row.id,
    findings: examinations.flatMap(({ message, examination }) => examination.findings.map((finding) => ({ ...finding, message }))),
    claims: examinations.flatMap(({ message, examination }) => examination.claims.map((claim) => ({ ...claim, message }))),
    verdict: worstVerdict(examinations.map(({ examination }) => examination.verdict)),
  }
}

/** Parquet has integers that JSON has not; those no number holds are written as text. */
function withoutBigint(_key: string, value: unknown): unknown {
  if (typeof value !== 'bigint') return value
  return Number.isSafeInteger(Number(value)) ? Number(value) : String(value)
}

const MOST_REMEMBERED = 10_000

/** A file has few hosts and models, and many rows. */
function rememberExpected(): (host?: string, model?: string) => Expected | null {
  const known = new Map<string, Expected | null>()
  return (host, model) => {
    const key = `${host ?? ''}\0${model ?? ''}`
    const before = known.get(key)
    if (before !== undefined) return before
    if (known.size >= MOST_REMEMBERED) known.clear()
    const expected = expectedIdentity({ host, model })
    known.set(key, expected)
    return expected
  }
}

function fieldMap(values: Values): FieldMap {
  return {
    id: values['id-field'],
    text: values['text-field'],
    trace: values['trace-field'],
    prompt: values['prompt-field'],
    host: values['host-field'],
    model: values['model-field'],
    lang: values['lang-field'],
  }
}

/** The built-in packs that are on as they come, those a person names, less what a person leaves out. */
async function rulesOf({ rules = [], enable = [], disable = [] }: Values): Promise<RuleSet> {
  const known = [...builtInPacks, ...(await Promise.all(rules.map(readPack)))]
  const packs = new Set(known.map((pack) => pack.id))
  const all = new Set([...packs, ...known.flatMap((pack) => pack.rules.map((rule) => rule.id))])
  const strange = [...enable.filter((id) => !packs.has(id)), ...disable.filter((id) => !all.has(id))]
  if (strange.length > 0) throw new Refusal(`no rule or pack "${strange[0]}"; the packs are: ${[...packs].join(', ')}`)
  const on = known.filter((pack) => (pack.enabled ?? true) || enable.includes(pack.id))
  return compileRules(on, { disabledRules: new Set(disable), disabledPacks: new Set(disable) })
}

async function readPack(file: string): Promise<RulePack> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    throw asRefusal(error, file)
  })
  const result = parsePack(text)
  if (result.ok) return result.pack
  const { line, rule, message } = result.errors[0]!
  throw new Refusal(`${file}${line === undefined ? '' : `:${line}`}: ${rule === undefined ? '' : `${oneLine(rule)}: `}${oneLine(message)}`)
}
