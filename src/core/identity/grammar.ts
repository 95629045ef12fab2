import { DEVELOPER, PRODUCT } from './mask'

/**
 * One language, as data. Slots are regular expression sources in which a space stands for any white space and `@`
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
  /** Which shared templates to use when there are none of its own; `verb-medial` when left out. */
  family?: string
  /** Characters a gap may span where words are not set apart; 24 when left out. */
  gap?: number
  templates?: string[]
  /** Added to the shared templates. */
  more?: string[]
  kinship?: string[]
  policy?: string[]
}

export type TemplateKind = 'direct' | 'kinship' | 'policy'

export interface Template {
  kind: TemplateKind
  pattern: RegExp
  /** The words before the name may hold the model's description; then an ambiguous name is not in doubt. */
  names: 'any' | 'machine'
  /** It binds the maker, so that what follows may well be a verb: "my company, X, is …". */
  maker: boolean
}

/** A language ready to read with. */
export interface Grammar {
  tag: string
  spaced: boolean
  self: RegExp
  templates: Template[]
  machine: RegExp
  not: RegExp
  notBefore: RegExp
  notAfter: RegExp
  like: RegExp
  ifs: RegExp
  reported: RegExp
  then: RegExp
  contrast: RegExp
  role: RegExp
  attributed: RegExp
  as: RegExp
  ifAfter: RegExp
}

const NAME = `[${PRODUCT}${DEVELOPER}]`
const OPEN = `["'“”„«»「『(\\[<【]*`
const CLOSE = `["“”«»」』)\\]>】]*`
const JOIN = `${CLOSE}(?:'s|s'|'|의|の|的|का|की|के|旗下的?|家的|'n?[ıiuü]n|,?\\s*[/-])?\\s*${OPEN}`

const group = (first: string): string => `${OPEN}${first}(?:${JOIN}${NAME})*${CLOSE}`

const shared = [
  '{am} {filler}? {N}',
  '{am} ~ {ai} {link}? {filler}? {N}',
  '{am} ~ {ai} ~ {made} {by} ~ {N}',
  '{am} ~ {made} {by} ~ {N}',
  '{am} {from} ~ {N}',
  '{was} ~ {made} {by} ~ {N}',
  '{was} ~ {by} ~ {N} {made}',
  '{name} {filler}? {N}',
  '^{made} {by} ~ {N} ,? {subject}',
  '{call} ~ {N}',
  '{as} ~ {ai} ~ {made} {by} ~ {N}',
  '{as} ~ {ai} {from} ~ {N}',
  '(?:^|[,;:(-]\\s?|[tT]hat |[bB]ut |[aA]nd ){as} {N} ,? {subject}',
  '{maker} {is} ~ {N}',
  '{N} {is} {maker}',
  '{N} ~ {makes} {me}',
  '{makes} {me} ~ {N}',
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

const families: Record<string, readonly string[]> = { 'verb-medial': shared, 'verb-final': verbFinal }

const never = /(?!)/
const LETTER = '[\\p{L}\\p{N}]'
/** Words are matched whole; a slot may begin or end with punctuation as well. */
const boundary = (source: string, spaced: boolean): string =>
  spaced ? `(?<!${LETTER}(?=${LETTER}))(?:${source})(?!(?<=${LETTER})${LETTER})` : `(?:${source})`

function expand(source: string, slots: Record<string, string>): string {
  return source.replace(/\{([a-z]\w*)\}/g, (_, slot: string) => `(?:${expand(slots[slot] ?? '', slots)})`)
}

const sourceOf = (source: string, data: GrammarData): string =>
  boundary(expand(source, data.slots).replaceAll(' ', '\\s+').replaceAll('@', "[\\p{L}\\p{N}'-]+"), data.spaced)

function gapOf(data: GrammarData): string {
  const stop = data.slots.stop ? `(?!${sourceOf(data.slots.stop, data)})` : ''
  return data.spaced ? `(?:${stop}[^\\s.!?;:${PRODUCT}${DEVELOPER}]+\\s+){0,7}?(?:\\p{L}{1,2}')?` : `(?:${stop}[^。!?;${PRODUCT}${DEVELOPER}]){0,${data.gap ?? 24}}?`
}

const names: Record<string, string> = { N: group(NAME), P: group(PRODUCT), D: group(DEVELOPER) }

function tokenSource(token: string, data: GrammarData): string | null {
  if (token === '~') return gapOf(data)
  const slot = /^\{(\w+)\}(\?)?$/.exec(token)
  if (!slot) return sourceOf(token.replace(/\{([NPD])\}/g, (_, key: string) => names[key]!).replaceAll(' ~ ', gapOf(data)), data)
  const [, key, optional] = slot
  const known = names[key!]
  if (known) return known
  const source = data.slots[key!]
  if (source === undefined) return optional || key === 'by' ? '' : null
  return optional ? `(?:${sourceOf(source, data)})?` : sourceOf(source, data)
}

/** Splits at spaces outside groups; escapes and character classes are taken whole. */
function tokensOf(template: string): string[] {
  const tokens = ['']
  let depth = 0
  for (const piece of template.match(/\\.|\[(?:\\.|[^\]])*\]|[^]/gu) ?? []) {
    if (piece === '(') depth++
    if (piece === ')') depth--
    if (piece === ' ' && depth === 0) tokens.push('')
    else tokens[tokens.length - 1] += piece
  }
  return tokens
}

/** Null when the language lacks a slot the template needs. */
function compile(template: string, kind: TemplateKind, data: GrammarData): Template | null {
  const tokens = tokensOf(template).map((token) => tokenSource(token, data))
  if (tokens.includes(null)) return null
  const pattern = new RegExp(tokens.filter((token) => token !== '').join('\\s*'), 'giu')
  return { kind, pattern, names: /\{(?:ai|made|makes|maker)\}/.test(template) ? 'machine' : 'any', maker: /\{(?:maker|mine)\}/.test(template) }
}

const wordsOf = (slot: string, data: GrammarData): RegExp => {
  const source = data.slots[slot]
  return source ? new RegExp(sourceOf(source, data), 'iu') : never
}

const endingWith = (slot: string, data: GrammarData): RegExp => {
  const source = data.slots[slot]
  return source ? new RegExp(`${sourceOf(source, data)}[\\s,:]*$`, 'iu') : never
}

const startingWith = (slot: string, data: GrammarData): RegExp => {
  const source = data.slots[slot]
  return source ? new RegExp(`^\\s*${sourceOf(source, data)}`, 'iu') : never
}

function contrastOf(data: GrammarData): RegExp {
  const source = data.slots.contrast
  return source ? new RegExp(`^[\\s,;-]*${sourceOf(source, data)}\\s*${gapOf(data)}${names.N}`, 'iu') : never
}

/** Turns a language's data into patterns. Throws (SyntaxError) when a slot is not a regular expression. */
export function grammarOf(data: GrammarData): Grammar {
  const all = (sources: string[] | undefined, kind: TemplateKind) => (sources ?? []).flatMap((source) => compile(source, kind, data) ?? [])
  return {
    tag: data.tag,
    spaced: data.spaced,
    self: new RegExp(sourceOf(data.self, data), 'iu'),
    templates: [...all(data.templates ?? [...(families[data.family ?? 'verb-medial'] ?? []), ...(data.more ?? [])], 'direct'), ...all(data.kinship ?? ['{kin} ~ {N}', '{N} {kinAfter}'], 'kinship'), ...all(data.policy ?? ['{N} {policy}', '{policy} {by} ~ {N}'], 'policy')],
    machine: wordsOf('ai', data),
    not: wordsOf('not', data),
    notBefore: endingWith('notBefore', data),
    notAfter: startingWith('notAfter', data),
    like: wordsOf('like', data),
    ifs: wordsOf('if', data),
    reported: endingWith('reported', data),
    then: startingWith('then', data),
    contrast: contrastOf(data),
    role: wordsOf('role', data),
    attributed: wordsOf('attributed', data),
    as: startingWith('as', data),
    ifAfter: wordsOf('ifAfter', data),
  }
}
