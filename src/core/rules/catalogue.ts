import { identityPack } from './identityPack'
import type { Rule, RulePack } from './language'
import artefacts from './packs/artefacts.json'
import boilerplate from './packs/boilerplate.json'
import citations from './packs/citations.json'
import refusals from './packs/refusals.json'
import slop from './packs/slop.json'

/** The packs written down by hand or computed, with the sources and examples of their rules. */
export const writtenPacks = [artefacts, citations, boilerplate, refusals, slop] as readonly RulePack[]

/** The built-in packs with sources and examples: for people to read and for tests. Pages scan with the lean `builtInPacks`. */
export const catalogue: readonly RulePack[] = [explained(identityPack()), ...writtenPacks]

function explained(pack: RulePack): RulePack {
  return { ...pack, rules: pack.rules.map(explain) }
}

function explain(rule: Rule): Rule {
  if ('anyOf' in rule) {
    return { ...rule, source: 'the lexicon of developers and products', examples: { match: [`It was ${rule.anyOf[0]}.`], noMatch: [backwards(rule.anyOf[0]!)] } }
  }
  if (!('regex' in rule)) return rule
  const name = rule.needs!.at(-1)!
  return rule.id.endsWith('.origin')
    ? { ...rule, source: 'how chat models describe themselves, by hand', examples: { match: [`a model developed by ${name}`, `我是由${name}开发的`], noMatch: [`told by ${name}`, 'developed by'] } }
    : {
        ...rule, source: 'the lexicon; names with other meanings only where the speaker introduces itself',
        examples: { match: [`I am ${name}, here to help`, `我是${name}`], noMatch: [`a story of ${backwards(name)}`, 'I am here'] },
      }
}

function backwards(name: string): string {
  return `${[...name].reverse().join('')}x`
}
