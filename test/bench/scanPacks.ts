import { endsWord, startsWord, unitAfter } from '../../src/core/text/boundary'
import { IGNORED, SPACE, foldPhrase, foldUnit } from '../../src/core/text/fold'
import { foldLine } from '../../src/core/text/line'
import { builtInPacks, compileRules, scanText, type Rule } from '../../src/core/rules/index'
import { inContext } from '../../src/core/rules/context'
import { flagsFor } from '../../src/core/rules/expression'
import { phrasesOf, type Context } from '../../src/core/rules/language'

/**
 * The built-in packs the simple way: one native RegExp for each rule. The texts are folded beforehand, at no cost to it, so
 * that it can find what the scanner finds.
 */
export interface Prepared {
  raw: string
  /** Folded for phrases, and where each unit was. */
  folded: string
  at: number[]
  /** Typography folded for expressions, and where each unit was. */
  line: string
  lineAt: Int32Array | null
}

interface Compiled {
  id: string
  expression: RegExp
  on: 'raw' | 'folded' | 'line'
  edges: boolean
  context?: Context | undefined
}

export const rules = compileRules(builtInPacks)

export function prepare(raw: string): Prepared {
  let folded = ''
  const at: number[] = []
  for (let i = 0; i < raw.length; i++) {
    const unit = foldUnit(raw.charCodeAt(i))
    if (unit === IGNORED || (unit === SPACE && folded.endsWith(' '))) continue
    folded += String.fromCharCode(unit)
    at.push(i)
  }
  const { text: line, offsets: lineAt } = foldLine(raw.replace(/\n/g, '\u2028'))
  return { raw, folded, at, line: line.replace(/\u2028/g, '\n'), lineAt }
}

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')

function compile(rule: Rule): Compiled {
  const match = rule.match ?? 'folded'
  if ('regex' in rule) return { id: rule.id, expression: new RegExp(rule.regex, `${flagsFor(rule.regex, match === 'folded')}m`), on: match === 'exact' ? 'raw' : 'line', edges: false, context: rule.context }
  const phrases = phrasesOf(rule).map(phrase => (match === 'folded' ? foldPhrase(phrase) : phrase)).sort((a, b) => b.length - a.length)
  const source = phrases.map(phrase => `${/^\w/.test(phrase) && rule.boundary !== 'none' ? '\\b' : ''}${escaped(phrase)}${/\w$/.test(phrase) && rule.boundary !== 'none' ? '\\b' : ''}`).join('|')
  return { id: rule.id, expression: new RegExp(source, 'g'), on: match === 'folded' ? 'folded' : 'raw', edges: rule.boundary !== 'none' }
}

const compiled = builtInPacks.flatMap(pack => pack.rules.map(compile))

/** What one RegExp for each rule finds, as `rule start end`. */
export function findSimply(text: Prepared): string[] {
  const found: string[] = []
  for (const rule of compiled) {
    rule.expression.lastIndex = 0
    for (let match = rule.expression.exec(text[rule.on]); match; match = rule.expression.exec(text[rule.on])) {
      const span = { start: match.index, end: match.index + match[0].length }
      const [inIt] = rule.context ? inContext([span], text.line, rule.context, { ignoreCase: rule.expression.ignoreCase }) : [span]
      if (!inIt) continue
      const [start, end] = placeOf(text, rule, inIt.start, inIt.end)
      if (!rule.edges || (startsWord(text.raw, start) && endsWord(text.raw.charCodeAt(end - 1), unitAfter(text.raw, end)))) found.push(`${rule.id} ${start} ${end}`)
    }
  }
  return found
}

function placeOf(text: Prepared, { on }: Compiled, start: number, end: number): [number, number] {
  if (on === 'raw') return [start, end]
  const at = on === 'folded' ? text.at : text.lineAt
  return at ? [at[start]!, at[end - 1]! + 1] : [start, end]
}

export function findOurs(text: string): string[] {
  return scanText(rules, text, { where: 'answer' }).map(({ rule, start, end }) => `${rule} ${start} ${end}`)
}

/** Findings that only one of the two has. */
export function differences(texts: readonly string[]): { same: number; different: string[] } {
  let same = 0
  const different: string[] = []
  for (const text of texts) {
    const ours = new Set(findOurs(text))
    const simple = new Set(findSimply(prepare(text)))
    for (const finding of ours) if (simple.has(finding)) same++; else different.push(`ours only: ${finding}`)
    for (const finding of simple) if (!ours.has(finding)) different.push(`RegExp only: ${finding}`)
  }
  return { same, different }
}
