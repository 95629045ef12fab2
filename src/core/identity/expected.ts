import type { Expected } from '../model'
import hostData from './hosts.json' with { type: 'json' }
import { findNames } from './names'

interface HostFact {
  hosts: string[]
  /** Whose models answer there, by the host's own word. */
  developers?: string[]
  /** The host serves many models; its own name is always consistent. */
  wrapper?: string | null
  /** The models listed in `developers` can be selected, so a model label decides when it is known. */
  hosted?: boolean
  /** Characters speak there. */
  fiction?: boolean
  source: string
}

const facts = hostData.hosts as HostFact[]

/** Words of a model's label that say nothing about who made it. */
const neutral = /^(?:\d+[bkmt]?|\d+x\d+b|[abv]\d\w*|v|b|k|m|r|chat|instruct|preview|latest|turbo|mini|nano|pro|flash|ultra|max|plus|lite|large|medium|small|tiny|base|it|hf|vl|omni|vision|thinking|think|reasoning|reasoner|reason|exp|experimental|beta|alpha|rc|free|online|search|fast|high|low|auto|default|new|next|coder|code|math|gguf|awq|gptq|int\d|fp\d+|bf16|q\d\w*|mlx|distill|model|ai|api|the|by|with|from|research|deep|terminus|speciale|maverick|scout|sonnet|opus|haiku|instant|air|bedrock|azure|vertex|us|eu|com|meta|versatile|instruct-hf|extended|nitro|floor|exacto|image|audio|realtime|live)$/i

const hostOf = (host: string): string => host.toLowerCase().replace(/^[a-z]+:\/\//, '').replace(/^www\./, '').replace(/[?#:].*$/, '').replace(/\/$/, '')

const factFor = (host: string): HostFact | undefined => {
  const plain = hostOf(host)
  return facts.find((fact) => fact.hosts.some((known) => plain === known || plain.startsWith(`${known}/`) || plain.endsWith(`.${known}`)))
}

/** What a label says beyond the names of the lexicon and versions: a fine-tuner's own words, or nothing. */
function leftOver(label: string): string[] {
  let rest = label
  for (const name of findNames(label).reverse()) rest = `${rest.slice(0, name.start)} ${rest.slice(name.end)}`
  return rest.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '' && !/^\d+$/.test(word) && !neutral.test(word))
}

interface Labelled {
  developers: string[]
  products: string[]
}

/** The developers a model label names (`anthropic/claude-3.5-sonnet`); null for fine-tunes, merges and unknown labels. */
function fromLabel(label: string): Labelled | null {
  const plain = label.replaceAll('_', ' ')
  const names = findNames(plain)
  if (names.length === 0 || leftOver(plain).length > 0) return null
  const developers = [...new Set(names.map((name) => name.developer))]
  const isDistilled = /distill/i.test(plain)
  if (developers.length > 1 && !isDistilled) return null
  return { developers, products: [...new Set(names.flatMap((name) => name.product ?? []))] }
}

const expected = (developers: readonly (string | null | undefined)[], products: string[], source: string): Expected =>
  ({ developers: [...new Set(developers.flatMap((developer) => developer ?? []))], products, source })

/**
 * Whom the answering model should say it is: by the site's own word, or by the label of the selected model on sites that
 * host many. Null when nothing is known for sure: a router without a label, a fine-tune, a site for role play.
 */
export function expectedIdentity(subject: { host?: string | null; model?: string | null }): Expected | null {
  const fact = subject.host ? factFor(subject.host) : undefined
  if (fact?.fiction) return null
  const labelled = subject.model ? fromLabel(subject.model) : null
  if (fact?.developers && !(fact.hosted && labelled)) return expected(fact.developers, [], fact.source)
  if (!labelled) return null
  const source = fact ? `${fact.source}; the selected model is "${subject.model}"` : `The model is "${subject.model}"`
  return expected([...labelled.developers, fact?.wrapper, ...(fact?.hosted ? (fact.developers?.slice(0, 1) ?? []) : [])], labelled.products, source)
}
