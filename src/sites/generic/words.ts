import type { Role } from '../../core/model'

/** A mark of who speaks: the name around the role word is its frame, so `user-message` and `bot-message` are a pair. */
export interface Marker {
  role: Role
  frame: string
  /** Placement only: right or left, end or start. */
  weak: boolean
}

const STRONG: Record<Role, readonly string[]> = {
  user: 'user human me self own mine guest visitor outgoing sent question query you asker'.split(' '),
  assistant: 'assistant bot chatbot ai model agent gpt llm host incoming received answer response reply system machine copilot'.split(' '),
}
const WEAK: Record<Role, readonly string[]> = { user: ['end', 'right', 'reverse'], assistant: ['start', 'left'] }

const ROLES = new Map<string, { role: Role; weak: boolean }>()
for (const role of ['user', 'assistant'] as const) {
  for (const word of WEAK[role]) ROLES.set(word, { role, weak: true })
  for (const word of STRONG[role]) ROLES.set(word, { role, weak: false })
}

/** Attributes whose value names the speaker. */
export const SPEAKER = /^(?:data-)?(?:[\w-]*(?:role|author|sender|from|speaker|owner|type|kind|side|placement|testid|test-id|content|part|origin)|aria-label|is-user|from-user)$/

const WORD = /[A-Z]?[a-z]+|[A-Z]+(?![a-z])/g
/** What a style bundler appends to a class name. */
const HASHED = /(?:__|_|-)(?=[A-Za-z0-9_-]*(?:\d|[a-z][A-Z]))[A-Za-z0-9]{4,10}$/

/** The role a name states and the name around it; null when it states none. */
export function parseMarker(name: string): Marker | null {
  if (name.length > 80) return null
  const bare = name.replace(HASHED, '')
  const found = [...bare.matchAll(WORD)].flatMap((match) => {
    const meaning = ROLES.get(match[0].toLowerCase())
    return meaning ? [{ ...meaning, at: match.index, length: match[0].length }] : []
  })
  const strong = found.filter((one) => !one.weak)
  const words = strong.length > 0 ? strong : found
  const last = words.at(-1)
  if (!last) return null
  const agreeing = words.every((one) => one.role === last.role) ? words : [last]
  const frame = agreeing.reduceRight((text, one) => `${text.slice(0, one.at)}*${text.slice(one.at + one.length)}`, bare)
  return { role: last.role, frame: frame.toLowerCase(), weak: last.weak && !/bubble|message|msg|chat/i.test(frame) }
}

const YES = /^(?:true|1|yes)$/i
const NO = /^(?:false|0|no)$/i

/** Marks in one attribute: each class, or a whole value; `is_user="false"` marks the other role. */
export function markersIn(attribute: string, value: string): Marker[] {
  if (attribute === 'class') return value.split(/\s+/).flatMap((name) => parseMarker(name) ?? [])
  if (YES.test(value) || NO.test(value)) {
    const marker = parseMarker(attribute.replace(/_/g, '-'))
    if (!marker || marker.weak) return []
    const role = NO.test(value) ? (marker.role === 'user' ? 'assistant' : 'user') : marker.role
    return [{ role, frame: `${attribute}=`, weak: false }]
  }
  const marker = parseMarker(value)
  return marker && !marker.weak ? [{ ...marker, frame: `=${marker.frame}` }] : []
}
