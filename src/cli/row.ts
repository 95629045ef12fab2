import type { RawAnswer } from '../core/examine'
import { refuseAt, type Place } from './refusal'

export const fieldNames = ['id', 'text', 'trace', 'host', 'model', 'prompt', 'lang'] as const

export type FieldName = (typeof fieldNames)[number]

/** Which field of a row holds what, where it is not the one of that name; dotted paths reach into objects. */
export type FieldMap = Partial<Record<FieldName, string>>

/** An answer of a row; `message` is its place among the row's messages, where it has them. */
export interface RowAnswer extends RawAnswer {
  message?: number
}

export interface Row {
  id: unknown
  answers: RowAnswer[]
  host?: string
  model?: string
}

type Fields = Record<string, unknown>

/**
 * What a row says, whatever its shape: `text`, OpenAI-style `messages` (or `conversation`), or a response
 * with `choices` (OpenAI, SpeechMap). A text field that was mapped may hold messages too.
 * @throws Refusal that says what and where.
 */
export function rowOf(value: unknown, map: FieldMap, place: Place): Row {
  if (!isFields(value)) throw refuseAt(place, 'not a JSON object')
  const optional = (name: FieldName) => optionalText(value, map[name] ?? name, place)
  return {
    id: fieldAt(value, map.id ?? 'id') ?? value.question_id ?? String(place.line),
    answers: answersOf(value, map, optional, place),
    host: optional('host'),
    model: optional('model'),
  }
}

type Optional = (name: FieldName) => string | undefined

function answersOf(row: Fields, map: FieldMap, optional: Optional, place: Place): RowAnswer[] {
  const text = fieldAt(row, map.text ?? 'text')
  const about = { prompt: optional('prompt'), trace: optional('trace'), lang: optional('lang') }
  if (typeof text === 'string') return [{ ...about, text }]
  const messages = map.text === undefined ? (row.messages ?? row.conversation) : text
  if (Array.isArray(messages)) return answersIn(messages, about.lang, place)
  const message = map.text === undefined ? firstChoice(row) : undefined
  if (message) return [{ ...about, prompt: about.prompt ?? stringOr(row.question), trace: reasoningOf(message) ?? about.trace, text: contentOf(message.content) }]
  throw noText(row, map.text ?? 'text', text, place)
}

function noText(row: Fields, field: string, found: unknown, place: Place): Error {
  const what = found === undefined ? `no field "${field}"` : `"${field}" is not a string`
  return refuseAt(place, `no text to scan: ${what}; --text-field names another of: ${Object.keys(row).join(', ') || 'none'}`)
}

/** Each assistant message, with the user's before it. */
function answersIn(messages: readonly unknown[], lang: string | undefined, place: Place): RowAnswer[] {
  let prompt: string | undefined
  const answers: RowAnswer[] = []
  for (const [i, message] of messages.entries()) {
    if (!isFields(message) || typeof message.role !== 'string') throw refuseAt(place, `message ${i + 1} has no role`)
    const text = contentOf(message.content)
    if (message.role === 'user') prompt = text
    if (message.role === 'assistant') answers.push({ text, trace: reasoningOf(message), prompt, lang, message: i })
  }
  if (answers.length === 0) throw refuseAt(place, 'no text to scan: no message has the role "assistant"')
  return answers
}

/** The message of an OpenAI response, itself or in `response` (SpeechMap) or `response.body` (OpenAI batches). */
function firstChoice(row: Fields): Fields | undefined {
  const response = isFields(row.response) ? row.response : row
  const { choices } = isFields(response.body) ? response.body : response
  const [choice] = Array.isArray(choices) ? (choices as unknown[]) : []
  return isFields(choice) && isFields(choice.message) ? choice.message : undefined
}

/** Content is a string, parts of which some are text, or null when the model said nothing. */
function contentOf(content: unknown): string {
  if (typeof content === 'string') return content
  if (!Array.isArray(content)) return ''
  return content.map((part: unknown) => (isFields(part) ? (stringOr(part.text) ?? '') : '')).join('')
}

function reasoningOf(message: Fields): string | undefined {
  return stringOr(message.reasoning_content) ?? stringOr(message.reasoning)
}

function optionalText(row: Fields, path: string, place: Place): string | undefined {
  const value = fieldAt(row, path)
  if (value === undefined || value === null || value === '') return undefined
  if (typeof value === 'string') return value
  throw refuseAt(place, `"${path}" is not a string`)
}

function fieldAt(row: Fields, path: string): unknown {
  if (Object.hasOwn(row, path)) return row[path]
  if (!path.includes('.')) return undefined
  return path.split('.').reduce<unknown>((value, key) => (isIndexable(value) && Object.hasOwn(value, key) ? value[key] : undefined), row)
}

function isIndexable(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null
}

function isFields(value: unknown): value is Fields {
  return isIndexable(value) && !Array.isArray(value)
}

function stringOr(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}
