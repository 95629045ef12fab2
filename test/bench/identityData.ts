/** A labelled item, as ../shared/data/README.md describes it. */
export interface Labelled {
  id: string
  lang: string
  text: string
  label: string
  borderline: boolean
  vendor_canon: string[]
  prompt?: string
}

export const dataFolder = process.env.TELLTALE_DATA ? new URL(`file://${process.env.TELLTALE_DATA}/`) : new URL('../../../shared/data/', import.meta.url)

/** Items by a key, in order of first appearance. */
export function grouped<T>(items: readonly T[], key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) groups.set(key(item), [...(groups.get(key(item)) ?? []), item])
  return groups
}
