/** Measuring side by side: every contestant in every round, in shuffled order, by CPU time; medians of ratios within a round. */
export interface Contestant {
  name: string
  /** Does the work once and returns how much was done, in the unit of the figure. */
  work: () => number
}

export interface Figure {
  bench: string
  case: string
  ours: number
  peer: number
  peerName: string
  ratio: number
  unit: string
  n: number
}

export type Rates = Map<string, number[]>

const MINIMUM_MS = 60

/** Work done a second of CPU, by contestant and round. */
export function race(contestants: readonly Contestant[], rounds: number): Rates {
  const rates: Rates = new Map(contestants.map(({ name }) => [name, []]))
  for (const { work } of contestants) work()
  for (let round = 0; round < rounds; round++) {
    for (const contestant of shuffled(contestants)) rates.get(contestant.name)!.push(rate(contestant))
  }
  return rates
}

function rate({ work }: Contestant): number {
  const begin = cpuMs()
  let done = 0
  let spent = 0
  do {
    done += work()
    spent = cpuMs() - begin
  } while (spent < MINIMUM_MS)
  return done / spent * 1000
}

/** CPU milliseconds of this process. */
export function cpuMs(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

/** The median of the ratios of two contestants, round by round, with their own medians. */
export function compare(rates: Rates, ours: string, peer: string): Pick<Figure, 'ours' | 'peer' | 'ratio' | 'n'> {
  const [a, b] = [rates.get(ours)!, rates.get(peer)!]
  return { ours: significant(median(a)), peer: significant(median(b)), ratio: significant(median(a.map((x, i) => x / b[i]!))), n: a.length }
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const half = sorted.length >> 1
  return sorted.length % 2 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2
}

export function significant(value: number): number {
  return Number(value.toPrecision(3))
}

export function print(figure: Figure): void {
  console.log(JSON.stringify(figure))
}

function shuffled<T>(items: readonly T[]): T[] {
  return items.map(item => ({ item, at: Math.random() })).sort((a, b) => a.at - b.at).map(({ item }) => item)
}
