import { definitions } from '../../src/sites/registry'
import { markersIn, SPEAKER } from '../../src/sites/generic/words'
import { isTraceHeading } from '../../src/sites/thinking'
import type { Inventory, Replacements } from './inventory'

/** What a page's own programs put there to say who speaks; as text it is no one's words. */
const SPEAKER_LABEL = /^(?:you|me|user|human|assistant|bot|ai|model|system)(?: said)?\s*[:：]?$/i
/** The tags of reasoning that is written into an answer. */
const TRACE_TAG = /(<\/?(?:seed:)?(?:think|thinking|thought|reasoning)>|\[\/?THINK\]|◁\/?think▷|<\|[a-z_]{1,24}\|>)/i

const NAMES = new Set(
  ('class role type dir lang hidden contenteditable open slot shadowrootmode charset colspan rowspan start disabled checked selected width height viewbox tabindex '
    + 'aria-hidden aria-live aria-expanded aria-busy aria-haspopup aria-pressed aria-selected aria-checked data-state data-status data-slot data-type data-kind').split(' '),
)
const LOADS = /^(?:on.*|src|srcset|poster|action|formaction|ping|background|data|nonce|integrity|style-src|xlink:href|srcdoc)$/

/** Icons are told apart by how they begin; all of a drawing is of no use. */
const LONGEST_PATH = 16

/** Values our own selectors look for, by attribute: without them a fixture would be another page. */
const literals = new Map<string, string[]>()
for (const [, name = '', value = ''] of JSON.stringify(definitions).replaceAll('\\"', '"').matchAll(/\[([\w-]+)[~|^$*]?=["']?([^"'\]]+)["']?/g)) {
  literals.set(name, [...(literals.get(name) ?? []), value])
}

const HAN = '天地山水日月风云花木石田'
const SHAPES: readonly (readonly [RegExp, string])[] = [
  [/[a-z]/, 'abcdefghijklmnopqrstuvwxyz'], [/[A-Z]/, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'], [/\d/, '0123456789'],
  [/\p{Script=Han}/u, HAN], [/\p{Script=Hiragana}/u, 'あいうえお'], [/\p{Script=Katakana}/u, 'アイウエオ'],
  [/\p{Script=Hangul}/u, '가나다라마'], [/\p{Script=Arabic}/u, 'ابتثج'], [/\p{Script=Hebrew}/u, 'אבגדה'], [/\p{Script=Cyrillic}/u, 'абвгд'],
  [/\p{Lu}/u, 'ABCDEFGHIJ'], [/[\p{L}\p{N}]/u, 'abcdefghij'],
]
const HEX = 'abcdef'

function pick(from: string): string {
  const characters = [...from]
  return characters[Math.floor(Math.random() * characters.length)] ?? ''
}

function filler(character: string): string {
  const shape = SHAPES.find(([pattern]) => pattern.test(character))
  return shape ? pick(shape[1]).repeat(character.length) : character
}

/** Text of the same shape that says nothing: words as long, punctuation and spaces kept. */
export function fill(text: string): string {
  return text.split(TRACE_TAG).map((part, i) => (i % 2 === 1 ? part : [...part].map(filler).join(''))).join('')
}

/** An id of the same shape: hexadecimal stays hexadecimal, words its authors chose stay. */
export function anonymousId(value: string): string {
  return value.replace(/(?=[0-9a-f-]*\d)[0-9a-f]{4,}(?:-[0-9a-f]+)*|[a-z]*\d[a-z\d]*/gi, (id) =>
    id.replace(/[a-f]/g, () => pick(HEX)).replace(/[g-z]/g, () => pick('ghijklmnopqrstuvwxyz')).replace(/[A-Z]/g, () => pick('ABCDEF')).replace(/\d/g, () => pick('0123456789')))
}

function scrubText(text: string): string {
  const said = text.trim()
  return said.length < 80 && (isTraceHeading(said) || SPEAKER_LABEL.test(said)) ? text : fill(text)
}

/** The value an attribute gets in a fixture; null when it has no place there. */
export function scrubAttribute(name: string, value: string): string | null {
  if (LOADS.test(name)) return null
  if (name === 'd') return value.slice(0, LONGEST_PATH)
  if (name === 'style') return value.replace(/url\([^)]*\)/g, 'none')
  if (name === 'class') return value.replace(/[0-9a-f]{8}-[0-9a-f-]{18,}/gi, anonymousId)
  if (NAMES.has(name) || value === '' || /^(?:true|false|\d{1,3})$/.test(value)) return value
  const literal = (literals.get(name) ?? []).filter((one) => value.includes(one)).sort((a, b) => b.length - a.length)[0]
  if (literal !== undefined) {
    const at = value.indexOf(literal)
    return anonymousRest(value.slice(0, at)) + literal + anonymousRest(value.slice(at + literal.length))
  }
  if (isName(name, value)) return anonymousId(value)
  if (/^(?:href|cite)$/.test(name)) return '#'
  return isTraceHeading(value) || SPEAKER_LABEL.test(value) ? value : fill(value)
}

/** What stands around a known literal is an id where it is one word, and somebody's words where it is more. */
function anonymousRest(text: string): string {
  return /\s/.test(text) ? fill(text) : anonymousId(text).replace(/\p{L}{12,}/gu, fill)
}

function isName(name: string, value: string): boolean {
  if (/\s/.test(value) || value.length > 80) return false
  return name === 'id' || /test-?id$/.test(name) || (SPEAKER.test(name) && markersIn(name, value).length > 0)
}

/** Replacements for everything a page holds. The same value always becomes the same, so what belongs together still does. */
export function scrubbed({ texts, attributes }: Inventory): Replacements {
  const replaced: Replacements['attributes'] = {}
  for (const [name, value] of attributes) (replaced[name] ??= {})[value] = scrubAttribute(name, value)
  return { texts: Object.fromEntries(texts.map((text) => [text, scrubText(text)])), attributes: sameIds(replaced) }
}

/** What refers to an id (`for`, `aria-controls`, …) must go on referring to it. */
function sameIds(attributes: Replacements['attributes']): Replacements['attributes'] {
  const ids = attributes.id ?? {}
  for (const name of ['for', 'aria-controls', 'aria-labelledby', 'aria-describedby', 'aria-owns']) {
    const values = attributes[name]
    if (values) for (const value of Object.keys(values)) values[value] = value.split(/\s+/).map((id) => ids[id] ?? anonymousId(id)).join(' ')
  }
  return attributes
}

/** An address of the same shape: what looks like an id is another, and there is no fragment and no value in the query. */
export function scrubAddress(address: string): string {
  const url = new URL(address)
  const path = url.pathname.split('/').map((part) => (/^[a-z-]{0,24}$/.test(part) ? part : anonymousPart(part)))
  const query = [...url.searchParams].map(([name, value]) => `${name}=${encodeURIComponent(anonymousPart(value))}`)
  return `${url.origin}${path.join('/')}${query.length > 0 ? `?${query.join('&')}` : ''}`
}

function anonymousPart(part: string): string {
  return /\d/.test(part) ? anonymousId(part) : fill(part)
}
