import data from './lexicon.json' with { type: 'json' }

/** How far a bare name can be taken for the model: `person` needs a plain voice around it, `word` needs a machine named beside it. */
export type Doubt = 'person' | 'word' | null

export interface Entry {
  /** As written in the lexicon. */
  alias: string
  developer: string
  /** Canonical product name; null for the developer's own name. */
  product: string | null
  doubt: Doubt
}

interface DeveloperData {
  names: string[]
  products: Record<string, string[]>
}

const developers = data.developers as Record<string, DeveloperData>

const doubts = new Map<string, Doubt>([
  ...data.ambiguous.person.map((name): [string, Doubt] => [name.toLowerCase(), 'person']),
  ...data.ambiguous.word.map((name): [string, Doubt] => [name.toLowerCase(), 'word']),
])

const entry = (alias: string, developer: string, product: string | null): Entry =>
  ({ alias, developer, product, doubt: doubts.get(alias.toLowerCase()) ?? null })

const entriesOf = ([id, { names, products }]: [string, DeveloperData]): Entry[] => [
  ...names.map((name) => entry(name, id, null)),
  ...Object.entries(products).flatMap(([product, aliases]) => [product, ...aliases].map((alias) => entry(alias, id, product))),
]

/** Every name the engine knows: developers, products, aliases and transliterations. */
export const lexicon: readonly Entry[] = Object.entries(developers).flatMap(entriesOf)

/** Stable ids of all developers. */
export const developerIds: readonly string[] = Object.keys(developers)

/** The developer's name as people write it; the id itself when unknown. */
export const developerLabel = (id: string): string => {
  const known = Object.hasOwn(developers, id) ? developers[id] : undefined
  const names = [...(known?.names.slice(0, 1) ?? []), ...Object.keys(known?.products ?? {}), ...(known?.names.slice(1) ?? [])]
  return names.find((name) => LATIN.test(name)) ?? names[0] ?? id
}

/** Names in other scripts are for finding; shown is one that most readers can read. */
const LATIN = /^[\p{Script=Latin}\p{N}\s.&'-]+$/u

const makers = new Map<string, string[]>()
for (const { product, developer } of lexicon) {
  if (product) makers.set(product, [...new Set([...(makers.get(product) ?? []), developer])])
}

/** Known makers of a product as claims name it: `GPT-4o` is OpenAI's, because `GPT` is. */
export function developersOfProduct(product: string): string[] {
  for (let end = product.length; end > 0; end--) {
    const known = makers.get(product.slice(0, end))
    if (known) return known
  }
  return []
}
