import { WORD, categoryOf, isArabic } from '../text/boundary'
import { foldPhrase } from '../text/fold'
import type { Family, Identity } from '../model'
import { MOST_CHARACTERS, isCommon } from './alphabet'
import { MOST_STATES, buildAutomaton, type Automaton, type Literal } from './automaton'
import { isBuiltIn } from './builtIn'
import type { Boundary, Match, RegexRule, Rule, RulePack } from './language'
import { lineMatcher, type LineMatcher } from './lineMatcher'

/** What a phrase found in the text is for. `first` and `second` are the two sides of a proximity. */
export type Role = 'phrase' | 'gate' | 'first' | 'second'

export interface Use {
  rule: CompiledRule
  role: Role
  boundary: Boundary
  /** Whether it has to be seen in the text that a word begins here: the automaton sees to it for most. */
  checkLeft: boolean
  /** How the text itself must compare with `written`. */
  match: Match
  written: string
}

export interface CompiledRule {
  /** Position among the rules of the set; findings at the same place are in this order. */
  index: number
  id: string
  pack: string
  family: Family
  pointsTo: Identity | null
  where: Rule['where']
  code: Rule['code']
  near: { within: number; ordered: boolean } | null
  /** Whether one thing it finds can lie within another. */
  several: boolean
  matcher: LineMatcher | null
}

/** An automaton and, by phrase, its folded length and what it is used for. */
export interface Machine {
  automaton: Automaton
  lengths: Uint16Array
  uses: Use[][]
  /** The rule of a phrase that has one use, anywhere in the text, with nothing to check but that its last word ends. */
  plain: (CompiledRule | null)[]
}

/** Rules made ready to scan with. Immutable; compile again when a rule is switched, added or edited. */
export interface RuleSet {
  packs: { id: string; version: string }[]
  rules: CompiledRule[]
  machines: Machine[]
  /** Rules that must be tried on every line, since nothing in them can be looked for. */
  ungated: CompiledRule[]
  /** Rules left out, and why: only those `parsePack` would have refused. */
  refused: { rule: string; message: string }[]
}

export interface CompileOptions {
  disabledRules?: ReadonlySet<string>
  disabledPacks?: ReadonlySet<string>
}

/** Compiles the rules of packs, in order, without those that are switched off. */
export function compileRules(packs: readonly RulePack[], options: CompileOptions = {}): RuleSet {
  const on = packs.filter(pack => !options.disabledPacks?.has(pack.id))
  const set: RuleSet = { packs: on.map(({ id, version }) => ({ id, version })), rules: [], machines: [], ungated: [], refused: [] }
  const literals = new Map<string, LiteralUses>()
  for (const pack of on) {
    const native = isBuiltIn(pack)
    for (const rule of pack.rules) if (!options.disabledRules?.has(rule.id)) addRule(set, literals, pack, rule, native)
  }
  set.machines = machinesFor(literals)
  return set
}

interface LiteralUses {
  literal: Literal
  uses: Use[]
}

function addRule(set: RuleSet, literals: Map<string, LiteralUses>, pack: RulePack, rule: Rule, native: boolean): void {
  const compiled: CompiledRule = {
    index: set.rules.length, id: rule.id, pack: pack.id, family: rule.family ?? pack.family, pointsTo: rule.pointsTo ?? null,
    where: rule.where, code: rule.code, near: null, several: !('phrase' in rule), matcher: null,
  }
  set.rules.push(compiled)
  const use = { rule: compiled, boundary: rule.boundary ?? 'word', match: rule.match ?? 'folded' }
  if ('regex' in rule) return addExpression(set, literals, rule, use, native)
  if ('phrase' in rule) return addPhrases(literals, [rule.phrase], 'phrase', use)
  if ('anyOf' in rule) return addPhrases(literals, rule.anyOf, 'phrase', use)
  compiled.near = { within: rule.near.within, ordered: rule.near.ordered ?? false }
  addPhrases(literals, rule.near.first, 'first', use)
  addPhrases(literals, rule.near.second, 'second', use)
}

type UseBase = Pick<Use, 'rule' | 'boundary' | 'match'>

function addPhrases(literals: Map<string, LiteralUses>, phrases: string[], role: Role, use: UseBase): void {
  for (const written of phrases) addLiteral(literals, foldPhrase(written), { ...use, role, written, checkLeft: false })
}

function addExpression(set: RuleSet, literals: Map<string, LiteralUses>, rule: RegexRule, use: UseBase, native: boolean): void {
  const trusted = native ? { needs: rule.needs, context: rule.context } : undefined
  const result = lineMatcher(rule.regex, { ignoreCase: use.match === 'folded', fold: use.match !== 'exact', trusted })
  if (!result.ok) {
    set.refused.push({ rule: use.rule.id, message: result.refusal.message })
    return
  }
  use.rule.matcher = result.matcher
  if (!result.matcher.required) return void set.ungated.push(use.rule)
  const whole = native && rule.boundary === 'word'
  for (const written of rule.needs ?? result.matcher.required) {
    addLiteral(literals, foldPhrase(written), { rule: use.rule, role: 'gate', boundary: whole ? 'word' : 'none', match: whole ? use.match : 'folded', written, checkLeft: false })
  }
}

function addLiteral(literals: Map<string, LiteralUses>, text: string, use: Use): void {
  if (text === '') return
  const anywhere = use.boundary === 'none' || !holdsOnLeft(text)
  const known = literals.get(text)
  if (!known) {
    literals.set(text, { literal: { text, anywhere }, uses: [use] })
    return
  }
  known.literal.anywhere ||= anywhere
  known.uses.push(use)
}

/** Whether a phrase can only begin where a word does, so that the automaton need not look elsewhere. */
function holdsOnLeft(text: string): boolean {
  const first = text.charCodeAt(0)
  return categoryOf(first) === WORD && !isArabic(first)
}

/** Shares the literals out over as few automata as their size allows: one, but for very large sets. */
function machinesFor(literals: Map<string, LiteralUses>): Machine[] {
  const all = [...literals.values()]
  if (all.length === 0) return []
  if (all.reduce((sum, entry) => sum + statesOf(entry, 0), 0) < MOST_STATES && charactersOf(all) < MOST_CHARACTERS) return [machine(all)]
  const machines: Machine[] = []
  let part: LiteralUses[] = []
  let states = 0
  let characters = new Set<number>()
  for (const entry of all.sort((a, b) => (a.literal.text < b.literal.text ? -1 : 1))) {
    const more = statesOf(entry, sharedWith(part.at(-1), entry))
    if (states + more > MOST_STATES || characters.size > MOST_CHARACTERS) {
      machines.push(machine(part))
      part = []
      states = 0
      characters = new Set()
    }
    for (let i = 0; i < entry.literal.text.length; i++) characters.add(entry.literal.text.charCodeAt(i))
    part.push(entry)
    states += part.length === 1 ? statesOf(entry, 0) : more
  }
  return [...machines, machine(part)]
}

function charactersOf(all: readonly LiteralUses[]): number {
  const characters = new Set<number>()
  for (const { literal: { text } } of all) for (let i = 0; i < text.length; i++) characters.add(text.charCodeAt(i))
  return characters.size
}

/** At most: a character takes two symbols when it is a rare one, and is in both tries when the phrase may begin anywhere. */
function statesOf({ literal: { text, anywhere } }: LiteralUses, shared: number): number {
  let symbols = 0
  for (let i = shared; i < text.length; i++) symbols += isCommon(text.charCodeAt(i)) ? 1 : 2
  return anywhere ? 2 * symbols : symbols
}

/** How many characters of a literal are already in the trie, literals being in order. */
function sharedWith(before: LiteralUses | undefined, { literal: { text, anywhere } }: LiteralUses): number {
  if (!before || (anywhere && !before.literal.anywhere)) return 0
  let shared = 0
  while (shared < text.length && text.charCodeAt(shared) === before.literal.text.charCodeAt(shared)) shared++
  return shared
}

function machine(part: LiteralUses[]): Machine {
  const uses = part.map(entry => entry.uses.map(use => ({ ...use, checkLeft: entry.literal.anywhere && use.boundary !== 'none' })))
  return {
    automaton: buildAutomaton(part.map(({ literal }) => literal)),
    lengths: Uint16Array.from(part, ({ literal }) => literal.text.length),
    uses,
    plain: uses.map(([use, ...others]) => (use && !others.length && isPlain(use) ? use.rule : null)),
  }
}

function isPlain({ rule, role, boundary, checkLeft, match }: Use): boolean {
  return role === 'phrase' && boundary === 'word' && !checkLeft && match === 'folded' && !rule.where && !rule.several
}
