/** Makes src/core/rules/shipped.json, the packs a page scans with. `npx tsx test/support/shippedPacks.ts` after editing a pack. */
import { writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { writtenPacks } from '../../src/core/rules/catalogue'
import { parseExpression } from '../../src/core/rules/expression'
import type { Rule, RulePack } from '../../src/core/rules/language'
import { requiredTexts } from '../../src/core/rules/required'

export const SHIPPED = 'src/core/rules/shipped.json'

/** One rule a line, without what only people read, and with the texts each expression requires. */
export function shippedText(): string {
  return `[\n${writtenPacks.map(packText).join(',\n')}\n]\n`
}

function packText({ rules, description: _description, source: _source, licence: _licence, ...head }: RulePack): string {
  const lines = rules.map(rule => JSON.stringify(lean(rule)))
  return `${JSON.stringify(head).slice(0, -1)},"rules":[\n${lines.join(',\n')}\n]}`
}

function lean({ examples: _examples, source: _source, note: _note, ...rule }: Rule): object {
  if (!('regex' in rule)) return rule
  const parsed = parseExpression(rule.regex as string)
  if (!parsed.ok) throw new Error(`${rule.id}: ${parsed.refusal.message} at ${parsed.refusal.at}`)
  return { ...rule, needs: requiredTexts(parsed.expression) }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) writeFileSync(SHIPPED, shippedText())
