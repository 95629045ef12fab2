import * as v from 'valibot'
import { foldPhrase } from '../text/fold'
import { RULES_FORMAT } from './language'

/** The bounds that keep a pack from a stranger within two seconds and little memory. */
export const LIMITS = { rules: 20_000, phrases: 1000, phrase: 300, regex: 1000, within: 1000, example: 2000, examples: 50, words: 1000, text: 150_000, expressions: 50_000 }

/** Made on first use of this module only: a bundle that reads no packs then carries none of this. */
export const schemas = /* @__PURE__ */ build()

function parts() {
  const text = (most: number) => v.pipe(v.string(), v.minLength(1, 'is empty'), v.maxLength(most, `is longer than ${most} characters`))
  const id = v.pipe(v.string(), v.maxLength(100, 'is longer than 100 characters'), v.regex(/^[a-z0-9]+(?:[.-][a-z0-9]+)*$/, 'must be lower-case words joined by dots or dashes'))
  const phrase = v.pipe(text(LIMITS.phrase), v.check(written => foldPhrase(written) !== '', 'holds nothing to look for'))
  const phrases = v.pipe(v.array(phrase), v.minLength(1, 'is empty'), v.maxLength(LIMITS.phrases, `holds more than ${LIMITS.phrases} phrases`))
  const examples = v.pipe(v.array(text(LIMITS.example)), v.maxLength(LIMITS.examples, `holds more than ${LIMITS.examples} examples`))

  const identity = v.strictObject({ developer: v.nullable(text(100)), product: v.nullable(text(100)) })
  const family = v.picklist(['identity', 'artefact', 'citation', 'boilerplate', 'refusal', 'slop', 'custom'])
  return { text, id, phrase, phrases, examples, identity, family }
}

function build() {
  const { text, id, phrase, phrases, examples, identity, family } = parts()
  const base = {
    id,
    family: v.optional(family),
    severity: v.optional(v.picklist(['high', 'medium', 'low'])),
    pointsTo: v.optional(identity),
    where: v.optional(v.picklist(['answer', 'trace'])),
    code: v.optional(v.picklist(['skip', 'only'])),
    match: v.optional(v.picklist(['folded', 'case', 'exact'])),
    boundary: v.optional(v.picklist(['word', 'start', 'none'])),
    source: v.optional(text(LIMITS.words)),
    note: v.optional(text(LIMITS.words)),
    examples: v.optional(v.strictObject({ match: examples, noMatch: examples })),
  }

  const near = v.strictObject({
    first: phrases,
    second: phrases,
    within: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(LIMITS.within, `is more than ${LIMITS.within}`)),
    ordered: v.optional(v.boolean()),
  })

  /** By the field that says what kind of rule it is. */
  const rules = {
    phrase: v.strictObject({ ...base, phrase }),
    anyOf: v.strictObject({ ...base, anyOf: phrases }),
    regex: v.strictObject({ ...base, regex: text(LIMITS.regex) }),
    near: v.strictObject({ ...base, near }),
  }

  /** Everything of a pack but its rules. */
  const head = v.strictObject({
    format: v.literal(RULES_FORMAT, `must be "${RULES_FORMAT}"`),
    id,
    version: v.pipe(v.string(), v.maxLength(50), v.regex(/^\d+\.\d+\.\d+(?:[-+][\w.+-]+)?$/, 'must look like 1.2.3')),
    name: text(200),
    description: v.optional(text(2000)),
    family,
    enabled: v.optional(v.boolean()),
    source: v.optional(text(LIMITS.words)),
    licence: v.optional(text(200)),
  })

  /** A whole pack, for the JSON Schema. Packs are read by `parsePack`, which also says where a fault is. */
  const pack = v.strictObject({ ...head.entries, rules: v.pipe(v.array(v.union(Object.values(rules))), v.maxLength(LIMITS.rules)) })
  return { head, rules, pack }
}
