import { foldPhrase } from '../text/fold'
import type { Expression } from './expression'

/** Texts of which at least one is in every match, folded for the automaton; null when there is no such set. */
export type Required = string[] | null

/** More texts than this would cost the automaton more than they save. */
const MOST_TEXTS = 40

/**
 * Finds the rarest set of folded texts of which every match holds one, so that an expression need only be tried where
 * one of them was seen (the "required literal" gate of Hyperscan and RE2's prefilter).
 */
export function requiredTexts(expression: Expression): Required {
  const best = analyse(expression).best
  return best && best.length <= MOST_TEXTS ? best : null
}

/** `whole`: every text the expression can be, when few. `best`: the rarest set that it must hold. */
interface Analysis {
  whole: string[] | null
  best: Required
}

const NOTHING: Analysis = { whole: null, best: null }

function analyse(expression: Expression): Analysis {
  switch (expression.kind) {
    case 'unit': return fromTexts([String.fromCharCode(expression.unit)])
    case 'assert': return { whole: [''], best: null }
    case 'class': return analyseClass(expression)
    case 'sequence': return analyseSequence(expression.parts)
    case 'either': return analyseEither(expression.choices.map(analyse))
    case 'repeat': return analyseRepeat(expression)
  }
}

type Repeat = Extract<Expression, { kind: 'repeat' }>

/** Of a repetition, so many turns are looked at. */
const MOST_TURNS = 4

function analyseRepeat(repeat: Repeat): Analysis {
  if (repeat.min > 0) return analyseSequence([repeat])
  const { whole } = analyse(repeat.what)
  return repeat.max === 1 && whole && whole.length < MOST_TEXTS ? { whole: ['', ...whole], best: null } : NOTHING
}

/** A repetition written out, as far as it must occur. */
function writtenOut(part: Expression): Expression[] {
  if (part.kind !== 'repeat' || part.min === 0) return [part]
  const turns = Array.from({ length: Math.min(part.min, MOST_TURNS) }, () => part.what)
  return part.max > turns.length ? [...turns, { ...part, min: 0, max: part.max - turns.length }] : turns
}

function analyseEither(choices: Analysis[]): Analysis {
  const wholes = choices.map(choice => choice.whole)
  const bests = choices.map(choice => choice.best)
  return {
    whole: wholes.every(whole => whole !== null) ? few(wholes.flat() as string[]) : null,
    best: bests.every(best => best !== null) ? few(bests.flat() as string[]) : null,
  }
}

/** Joins neighbours into longer texts while they stay few, and keeps the rarest set met on the way. */
function analyseSequence(parts: Expression[]): Analysis {
  let joined: string[] = ['']
  let best: Required = null
  let exact = true
  for (const part of parts.flatMap(writtenOut)) {
    const next = analyse(part)
    const longer = next.whole && joined.length * next.whole.length <= MOST_TEXTS ? cross(joined, next.whole) : null
    best = rarer(best, next.best)
    if (longer) {
      joined = longer
    } else {
      best = rarer(best, textsOf(joined))
      joined = next.whole ?? ['']
      exact = false
    }
  }
  return { whole: exact ? joined : null, best: rarer(best, textsOf(joined)) }
}

/** A small class of characters is a choice of texts: `[abc]`, `[\ue200-\ue206]`. */
function analyseClass({ negated, source }: Extract<Expression, { kind: 'class' }>): Analysis {
  if (source === '\\d') return fromTexts([...'0123456789'])
  if (negated || !source.startsWith('[')) return NOTHING
  const items = source.slice(1, -1).match(/\\u[\da-fA-F]{4}|\\x[\da-fA-F]{2}|\\?[^]/g) ?? []
  const texts: string[] = []
  for (let i = 0; i < items.length; i++) {
    const first = unitOf(items[i]!)
    const last = items[i + 1] === '-' && i + 2 < items.length ? unitOf(items[i += 2]!) : first
    if (first < 0 || last - first > MOST_TEXTS || texts.length > MOST_TEXTS) return NOTHING
    for (let unit = first; unit <= last; unit++) texts.push(String.fromCharCode(unit))
  }
  return texts.length ? fromTexts(texts) : NOTHING
}

/** The code unit an item of a class stands for; -1 for a set such as `\d`. */
function unitOf(item: string): number {
  if (/^\\[ux][\da-fA-F]/.test(item)) return parseInt(item.slice(2), 16)
  if (/^\\[\p{L}\p{N}]/u.test(item)) return -1
  return item.charCodeAt(item.length - 1)
}

function fromTexts(texts: string[]): Analysis {
  return { whole: texts, best: textsOf(texts) }
}

function textsOf(texts: string[]): Required {
  const folded = [...new Set(texts.map(foldPhrase))]
  return folded.includes('') ? null : folded.filter(text => !folded.some(other => other !== text && text.includes(other)))
}

function cross(left: string[], right: string[]): string[] {
  return left.flatMap(a => right.map(b => a + b))
}

function few(texts: string[]): string[] | null {
  const unique = [...new Set(texts)]
  return unique.length <= MOST_TEXTS ? unique : null
}

function rarer(a: Required, b: Required): Required {
  if (!a || !b) return a ?? b
  return commonness(a) <= commonness(b) ? a : b
}

/** Letters of English by how often they are met, in 1/1000 of all characters; everything else counts as rare. */
const LETTERS = ' etaoinshrdlcumwfgypbvk,.\'-jxqz'
const SHARES = [180, 100, 72, 65, 61, 56, 56, 50, 49, 48, 34, 32, 22, 22, 19, 19, 18, 16, 16, 15, 12, 8, 6, 10, 10, 5, 5, 1, 1, 1, 1]
const RARE = 1

function commonness(texts: string[]): number {
  return texts.reduce((sum, text) => sum + likelihood(text), 0)
}

function likelihood(text: string): number {
  let product = 1
  for (const char of text) product *= (SHARES[LETTERS.indexOf(char)] ?? RARE) / 1000
  return product
}
