import { DEVELOPER, PRODUCT } from './mask'

/**
 * One language, as data. Slots are regular expression sources in which a space stands for any white space (` ?` for perhaps none) and `@`
 * for a word; `{slot}` inside a slot is replaced by that slot. Templates are slots in order, see docs/identity.md.
 */
export interface GrammarData {
  /** BCP 47 primary tag. */
  tag: string
  name: string
  /** False where words are not set apart by spaces. */
  spaced: boolean
  /** A sentence without any of these is not read: the first person, in all its forms. */
  self: string
  slots: Record<string, string>
  /** Left out: the templates of its family. */
  templates?: string[]
  /** Which shared templates to use when there are none of its own; `verb-medial` when left out. */
  family?: string
  /** Characters a gap may span where words are not set apart; 24 when left out. */
  gap?: number
  /** Added to the shared templates. */
  more?: string[]
  kinship?: string[]
  policy?: string[]
}

export type TemplateKind = 'direct' | 'kinship' | 'policy'

/** A step of a template: a pattern to match here, or a gap of a few words without a stop word. */
export type Step = { kind: 'gap' } | { kind: 'pattern'; pattern: Pattern; optional: boolean }

export interface Template {
  kind: TemplateKind
  steps: Step[]
  /** It describes a machine or its making; then an ambiguous name is not in doubt. */
  bound: boolean
  /** It binds the maker, so that what follows may well be a verb: "my company, X, is …". */
  maker: boolean
}

/** A pattern with its place in the tables a sentence is matched with. */
export interface Pattern {
  id: number
  regexp: RegExp
}

export type Guard = 'ai' | 'not' | 'notBefore' | 'notAfter' | 'like' | 'if' | 'ifAfter' | 'reported' | 'then' | 'contrast' | 'role' | 'attributed' | 'as'

/** A language ready to read with. */
export interface Grammar {
  tag: string
  spaced: boolean
  gap: number
  stop: Pattern | null
  templates: Template[]
  patterns: number
  guards: Record<Guard, RegExp>
}

/** Letters and digits of all scripts we read, roughly; a Unicode property class would cost more to compile than all else. */
export const LETTER = '[0-9A-Za-z\\u00aa-\\u1fff\\u2c00-\\u2dff\\u3040-\\ud7ff\\uf900-\\ufdff]'
const NAME = `[${PRODUCT}${DEVELOPER}]`
const OPEN = `["'“”„«»「『(\\[<【]*`
const CLOSE = `["“”«»」』)\\]>】]*`
const JOIN = `${CLOSE}(?:'s|s'|'|의|の|的|का|की|के|旗下的?|家的|'n?[ıiuü]n|,?\\s*[/-])?\\s*${OPEN}`

const group = (first: string): string => `${OPEN}${first}(?:${JOIN}${NAME})*${CLOSE}`
const names: Record<string, string> = { N: group(NAME), P: group(PRODUCT), D: group(DEVELOPER) }

const verbMedial = [
  '{am} {filler}? {N}',
  '{am} {filler}? {N} ,? ~ {made} {by} ~ {D}',
  '{am} ~ {ai} {link}? {filler}? {N}',
  '{am} ~ {ai} ~ {made} {by} ~ {N}',
  '{am} {from} ~ {N}',
  '{was} {made} {by} ~ {N}',
  '{was} ~ {by} ~ {N} {made}',
  '{name} {filler}? {N}',
  '{name} {filler}? {N} ,? ~ {made} {by} ~ {D}',
  '^ {made} {by} ~ {N} ,? {subject}',
  '{call} ~ {N}',
  '{as} ~ {ai} ~ {made} {by} ~ {N}',
  '{as} ~ {ai} {from} ~ {N}',
  '{as} ~ {ai} \\( {N}',
  '(?:^|[,;:(-]\\s?|that\\s|but\\s|and\\s) {as} {N} ,? {subject}',
  '{maker} {is} ~ {N}',
  '{N} {is} {maker}',
  '{N} ~ {makes} {me}',
  '{N} ,? [(-]? {mine}',
  '{me} ,? [(-] {N}',
  '{N} {here}',
]

/** For languages whose verb comes last: "I OpenAI by made model am". */
const verbFinal = [
  '{i} ,? ~ {N} ~ {be}',
  '{i} ,? ~ {N} {by}? ~ {made}',
  '{i} ,? ~ {N} ~ {ai}',
  '{i} ,? ~ {ai} ~ {N} ~ {made}',
  '{myName} ~ {N}',
  '{me} ~ {N} ~ {made}',
  '{N} ~ {me} ~ {made}',
  '{myMaker} ~ {N}',
]

const families: Record<string, readonly string[]> = { 'verb-medial': verbMedial, 'verb-final': verbFinal }
const weaker: Record<'kinship' | 'policy', readonly string[]> = { kinship: ['{kin} ~ {N}', '{N} {kinAfter}'], policy: ['{N} {policy}', '{policy} {by} ~ {N}'] }

/** A source in pieces: escapes and character classes whole, all else by the character. */
const pieces = /\\.|\[(?:\\.|[^\]])*\]|[^]/gu

/** Words are matched whole; a slot may begin or end with punctuation as well. */
const boundary = (source: string, spaced: boolean): string =>
  spaced ? `(?<!${LETTER}(?=${LETTER}))(?:${source})(?!(?<=${LETTER})${LETTER})` : `(?:${source})`

function expand(source: string, slots: Record<string, string>): string {
  return source.replace(/\{([\dA-Z_]*[a-z]\w*)\}/g, (_, slot: string) => `(?:${expand(slots[slot] ?? '', slots)})`)
}

/** The alternatives of a source, split at bars outside groups. */
export function alternativesOf(source: string): string[] {
  const alternatives = ['']
  let depth = 0
  for (const piece of source.match(pieces) ?? []) {
    if (piece === '(') depth++
    if (piece === ')') depth--
    if (piece === '|' && depth === 0) alternatives.push('')
    else alternatives[alternatives.length - 1] += piece
  }
  return alternatives
}

/** The longest alternatives first: a slot that matched is not tried again for a longer match. */
const longestFirst = (source: string): string => alternativesOf(source).sort((a, b) => b.length - a.length).join('|')

const sourceOf = (source: string, data: GrammarData): string =>
  boundary(expand(longestFirst(source), data.slots).replaceAll(' ?', '\\s*').replaceAll(' ', '\\s+').replaceAll('@', `${LETTER.slice(0, -1)}'-]+`), data.spaced)

/** Splits at spaces outside groups. */
function tokensOf(template: string): string[] {
  const tokens = ['']
  let depth = 0
  for (const piece of template.match(pieces) ?? []) {
    if (piece === '(') depth++
    if (piece === ')') depth--
    if (piece === ' ' && depth === 0) tokens.push('')
    else tokens[tokens.length - 1] += piece
  }
  return tokens
}

/** Builds each pattern of a language once, however many templates use it. */
function patternsOf(data: GrammarData) {
  const known = new Map<string, Pattern>()
  const patternOf = (source: string): Pattern => {
    const pattern = known.get(source) ?? { id: known.size, regexp: new RegExp(source, 'gi') }
    known.set(source, pattern)
    return pattern
  }
  const gap = data.spaced ? `(?:[^\\s.!?;:${PRODUCT}${DEVELOPER}]+\\s+){0,6}?` : `[^。!?;${PRODUCT}${DEVELOPER}]{0,${data.gap ?? 24}}?`
  return {
    size: () => known.size,
    slot: (name: string): Pattern | null => (data.slots[name] === undefined ? null : patternOf(sourceOf(data.slots[name], data))),
    name: (name: string): Pattern => patternOf(names[name]!),
    raw: (token: string): Pattern =>
      patternOf(token === '^' ? '^' : sourceOf(token.replace(/\{([NPD])\}/g, (_, key: string) => names[key]!).replaceAll(' ~ ', gap), data)),
  }
}

type Patterns = ReturnType<typeof patternsOf>

/** Undefined when the language lacks a slot the template needs; null when an optional one is left out. */
function stepOf(token: string, patterns: Patterns): Step | null | undefined {
  if (token === '~') return { kind: 'gap' }
  const [, key, mark] = /^\{(\w+)\}(\?)?$/.exec(token) ?? []
  if (key === undefined) return { kind: 'pattern', pattern: patterns.raw(token), optional: false }
  const pattern = key in names ? patterns.name(key) : patterns.slot(key)
  if (pattern) return { kind: 'pattern', pattern, optional: mark === '?' }
  return mark === '?' || key === 'by' ? null : undefined
}

function templateOf(source: string, kind: TemplateKind, patterns: Patterns): Template | null {
  const steps = tokensOf(source).map((token) => stepOf(token, patterns))
  if (steps.includes(undefined)) return null
  const bound = /\{(?:ai|made|makes|maker)\}/.test(source)
  return { kind, steps: steps.flatMap((step) => step ?? []), bound, maker: /\{(?:maker|mine|own)\}/.test(source) }
}

/** Masked text never holds this character. */
const never = /\ue002/
const guardShapes: Record<Guard, (source: string) => string> = {
  ai: (source) => source, not: (source) => source, like: (source) => source, if: (source) => source, ifAfter: (source) => source, role: (source) => source, attributed: (source) => source,
  notBefore: (source) => `${source}[\\s,:]*$`, reported: (source) => `${source}[\\s,:]*$`,
  notAfter: (source) => `^\\s*${source}`, then: (source) => `^\\s*${source}`, as: (source) => `^\\s*${source}`,
  contrast: (source) => `^[\\s,;-]*${source}\\s*(?:[^\\s.!?;:${PRODUCT}${DEVELOPER}]+\\s+){0,6}?${names.N}`,
}

function guardsOf(data: GrammarData): Record<Guard, RegExp> {
  const guard = ([name, shape]: [string, (source: string) => string]): [string, RegExp] => {
    const source = data.slots[name]
    return [name, source === undefined ? never : new RegExp(shape(sourceOf(source, data)), 'i')]
  }
  return Object.fromEntries(Object.entries(guardShapes).map(guard)) as Record<Guard, RegExp>
}

/** Turns a language's data into patterns. Throws an Error naming the language when a slot is not a regular expression. */
export function grammarOf(data: GrammarData): Grammar {
  try {
    const patterns = patternsOf(data)
    const own = data.templates ?? [...(families[data.family ?? 'verb-medial'] ?? []), ...(data.more ?? [])]
    const all = (sources: readonly string[], kind: TemplateKind) => sources.flatMap((source) => templateOf(source, kind, patterns) ?? [])
    const templates = [...all(own, 'direct'), ...all(data.kinship ?? weaker.kinship, 'kinship'), ...all(data.policy ?? weaker.policy, 'policy')]
    const stop = patterns.slot('stop')
    return { tag: data.tag, spaced: data.spaced, gap: data.spaced ? 6 : (data.gap ?? 24), stop, templates, patterns: patterns.size(), guards: guardsOf(data) }
  } catch (error) {
    throw new Error(`languages/${data.tag}.json: ${error instanceof Error ? error.message : String(error)}`, { cause: error })
  }
}

/** The cheap test before a language is read at all. */
export const gateOf = (data: GrammarData): RegExp => new RegExp(sourceOf(data.self, data), 'i')
