import { lexicon, type Entry } from '../identity/lexicon'
import { RULES_FORMAT, type Rule, type RulePack } from './language'
import { INTRODUCED, ORIGIN } from './identityPhrases'

/**
 * The identity pack, made from the lexicon the claims engine uses, so that the two know the same names: for each product
 * its names, for each developer its names and the phrases that say who made the speaker. Whether a sentence is a
 * claim is not decided here: `core/identity` does that.
 */
export function identityPack(): RulePack {
  return {
    format: RULES_FORMAT, id: 'identity', version: '1.0.0', name: 'Identity phrases', family: 'identity', enabled: true,
    description: 'Names of developers and products, and phrases that say who made the speaker. A phrase is not a claim: the verdict is the claims engine\'s.',
    source: 'the lexicon of developers and products (docs/identity.md)',
    rules: [...byOwner()].flatMap(([developer, entries]) => rulesFor(developer, entries)),
  }
}

function byOwner(): Map<string, Entry[]> {
  const owners = new Map<string, Entry[]>()
  for (const entry of lexicon) owners.set(entry.developer, [...(owners.get(entry.developer) ?? []), entry])
  return owners
}

function rulesFor(developer: string, entries: Entry[]): Rule[] {
  const names = entries.filter(entry => entry.product === null)
  const products = [...new Set(entries.flatMap(entry => entry.product ?? []))]
  return [
    ...nameRule(developer, names),
    ...originRule(developer, names),
    ...products.flatMap(product => productRule(developer, product, entries.filter(entry => entry.product === product))),
  ]
}

/** Names that are also ordinary words or people's names are left to the phrases below. */
function nameRule(developer: string, names: Entry[]): Rule[] {
  const plain = aliasesOf(names.filter(entry => entry.doubt === null))
  if (!plain.length) return []
  return [{ id: `identity.${developer}`, anyOf: plain, severity: 'low', pointsTo: { developer, product: null } }]
}

function originRule(developer: string, names: Entry[]): Rule[] {
  const aliases = aliasesOf(names)
  if (!aliases.length) return []
  return [{
    id: `identity.${developer}.origin`, regex: choice(aliases), context: ORIGIN, severity: 'high',
    pointsTo: { developer, product: null }, boundary: 'word', needs: aliases,
  }]
}

function productRule(developer: string, product: string, entries: Entry[]): Rule[] {
  const id = `identity.${developer}.${slug(product)}`
  const pointsTo = { developer, product }
  const plain = aliasesOf(entries.filter(entry => entry.doubt === null))
  const doubtful = aliasesOf(entries.filter(entry => entry.doubt !== null))
  if (!doubtful.length) return [{ id, anyOf: plain, severity: 'low', pointsTo }]
  return [{
    id, regex: choice([...plain, ...doubtful]), context: { ...INTRODUCED, unless: plain }, match: 'case', severity: 'low',
    pointsTo, boundary: 'word', needs: [...plain, ...doubtful],
  }]
}

function aliasesOf(entries: Entry[]): string[] {
  return [...new Set(entries.map(entry => entry.alias))]
}

function slug(product: string): string {
  const latin = product.toLowerCase().normalize('NFD').replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '')
  return latin || [...product].map(char => char.codePointAt(0)!.toString(16)).join('-')
}

/** The names as alternatives, longest first, so that the longest is quoted; Latin ones end where a word does. */
function choice(names: string[]): string {
  const sources = [...names].sort((a, b) => b.length - a.length).map(name => {
    const source = name.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
    return `${/^\w/.test(name) ? '\\b' : ''}${source}${/\w$/.test(name) ? '\\b' : ''}`
  })
  return `(?:${sources.join('|')})`
}
