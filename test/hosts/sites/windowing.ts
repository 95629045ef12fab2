const margin = 300
const guess = 140

/** Which turns a virtual list keeps mounted, and how much room it leaves for the others, in CSS pixels. */
export interface Mounted {
  first: number
  /** Exclusive. */
  last: number
  above: number
  below: number
}

/** `heights` holds what each turn measured when it was last mounted; undefined: never. */
export function mountedTurns(heights: readonly (number | undefined)[], scrollTop: number, viewport: number): Mounted {
  const sizes = heights.map(height => height ?? guess)
  const tops = sizes.reduce<number[]>((all, size) => [...all, all.at(-1)! + size], [0])
  const total = tops.at(-1)!
  const first = Math.max(0, tops.findIndex(top => top > scrollTop - margin) - 1)
  const beyond = tops.findIndex(top => top > scrollTop + viewport + margin)
  const last = beyond < 0 ? sizes.length : beyond
  return { first, last, above: tops[first] ?? 0, below: total - (tops[last] ?? total) }
}
