/** Makes docs/schemas/rule-pack.json from the schema that validates packs. `npx tsx test/support/rulePackSchema.ts` after changing it. */
import { writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { toJsonSchema } from '@valibot/to-json-schema'
import { schemas } from '../../src/core/rules/schema'

export const RULE_PACK_SCHEMA = 'docs/schemas/rule-pack.json'

/** What the JSON Schema cannot say (that a phrase holds something to look for, that an expression is linear-time) `parsePack` checks. */
export function rulePackSchemaText(): string {
  const schema = toJsonSchema(schemas.pack, { errorMode: 'ignore' })
  return `${JSON.stringify({ ...schema, title: 'Telltale rule pack, telltale-rules/1' }, null, 2)}\n`
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) writeFileSync(RULE_PACK_SCHEMA, rulePackSchemaText())
