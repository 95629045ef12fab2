import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { RULE_PACK_SCHEMA, rulePackSchemaText } from '../../../support/rulePackSchema'

it('the published JSON Schema is that of the code', () => {
  expect(readFileSync(RULE_PACK_SCHEMA, 'utf8')).toBe(rulePackSchemaText())
})
