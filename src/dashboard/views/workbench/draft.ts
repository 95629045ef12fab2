import type { Part, Severity } from '../../../core/model'
import type { Boundary, Match, Rule } from '../../../core/rules/index'

export const kinds = ['phrase', 'anyOf', 'regex', 'near'] as const
export type Kind = (typeof kinds)[number]

/** A rule as it is being typed. Lists are texts with one phrase a line; empty texts are choices not made. */
export interface Draft {
  kind: Kind
  phrase: string
  anyOf: string
  regex: string
  first: string
  second: string
  within: string
  ordered: boolean
  match: Match
  boundary: Boundary
  where: Part | ''
  code: 'skip' | 'only' | ''
  developer: string
  product: string
  severity: Severity | ''
  note: string
}

export const emptyDraft: Draft = {
  kind: 'phrase', phrase: '', anyOf: '', regex: '', first: '', second: '', within: '60', ordered: false,
  match: 'folded', boundary: 'word', where: '', code: '', developer: '', product: '', severity: '', note: '',
}

/** Whether there is nothing yet to look for. */
export function isBlank(draft: Draft): boolean {
  const typed: Record<Kind, string> = { phrase: draft.phrase, anyOf: draft.anyOf, regex: draft.regex, near: draft.first + draft.second }
  return typed[draft.kind].trim() === ''
}

/** What a draft comes to. Of the rule it was made from, `base`, what a draft cannot say is kept: source, examples, family. */
export function ruleFromDraft(draft: Draft, id: string, base?: Rule): Rule {
  const { match, boundary, where, code, severity } = draft
  const note = draft.note.trim()
  const pointsTo = { developer: draft.developer || null, product: draft.product.trim() || null }
  return {
    id,
    ...kept(base),
    ...contentOf(draft),
    ...(match !== 'folded' && { match }),
    ...(boundary !== 'word' && draft.kind !== 'regex' && { boundary }),
    ...(where && { where }),
    ...(code && { code }),
    ...(severity && { severity }),
    ...((pointsTo.developer || pointsTo.product) && { pointsTo }),
    ...(note && { note }),
  } as Rule
}

/** The draft that a rule was, to go on with. */
export function draftFromRule(rule: Rule): Draft {
  const { match, boundary, where, code, severity, note, pointsTo } = rule
  const chosen = { match, boundary, where, code, severity, note, developer: pointsTo?.developer ?? '', product: pointsTo?.product ?? '' }
  const said = Object.fromEntries(Object.entries(chosen).filter(([, value]) => value !== undefined)) as Partial<Draft>
  return { ...emptyDraft, ...said, ...typedFrom(rule) }
}

function contentOf(draft: Draft): object {
  switch (draft.kind) {
    case 'phrase': return { phrase: draft.phrase.trim() }
    case 'anyOf': return { anyOf: linesOf(draft.anyOf) }
    case 'regex': return { regex: draft.regex }
    case 'near': {
      const within = /^\d+$/.test(draft.within.trim()) ? Number(draft.within) : Number.NaN
      return { near: { first: linesOf(draft.first), second: linesOf(draft.second), within, ...(draft.ordered && { ordered: true }) } }
    }
  }
}

function typedFrom(rule: Rule): Partial<Draft> {
  if ('phrase' in rule) return { kind: 'phrase', phrase: rule.phrase }
  if ('anyOf' in rule) return { kind: 'anyOf', anyOf: rule.anyOf.join('\n') }
  if ('regex' in rule) return { kind: 'regex', regex: rule.regex }
  const { first, second, within, ordered = false } = rule.near
  return { kind: 'near', first: first.join('\n'), second: second.join('\n'), within: String(within), ordered }
}

function kept(base: Rule | undefined): object {
  if (!base) return {}
  const { family, source, examples } = base
  return { ...(family && { family }), ...(source && { source }), ...(examples && { examples }) }
}

/** The phrases of a text with one a line; empty lines are none. */
export function linesOf(text: string): string[] {
  return text.split('\n').map((line) => line.trim()).filter(Boolean)
}

const LONGEST_WORDS = 40

/** An id for a new rule, from its words where they are Latin: `custom.as-i-said`. */
export function idFor(draft: Draft, pack: string): string {
  const words = { phrase: draft.phrase, anyOf: draft.anyOf, regex: '', near: `${linesOf(draft.first)[0] ?? ''} ${linesOf(draft.second)[0] ?? ''}` }[draft.kind]
  const plain = words.split('\n')[0]!.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replace(/[^a-z0-9]+/g, '-')
  const slug = plain.slice(0, LONGEST_WORDS).replace(/^-+|-+$/g, '')
  return `${pack}.${slug || `rule-${draft.kind.toLowerCase()}`}`
}
