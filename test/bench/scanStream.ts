import { openScan, scanText, type RuleSet } from '../../src/core/rules/index'
import type { Peer } from './scanPeers'
import { cpuMs, median } from './rounds'

export const CHUNK = 4
/** Findings are read on every tick, as a page does: 100 ms of 250 chunks a second. */
const CHUNKS_A_TICK = 25
/** The peer scans everything at each chunk; every so many-th one is enough to know what that costs. */
const SAMPLE = 250

export interface StreamTimes {
  /** CPU microseconds for each chunk. */
  ours: number[]
  peer: number[]
  /** CPU microseconds for one scan of the whole by us. */
  whole: number[]
}

export function race(rules: RuleSet, peer: Peer, text: string, rounds: number): StreamTimes {
  const chunks = Array.from({ length: Math.ceil(text.length / CHUNK) }, (_, i) => text.slice(i * CHUNK, (i + 1) * CHUNK))
  const times: StreamTimes = { ours: [], peer: [], whole: [] }
  stream(rules, chunks)
  for (let round = 0; round < rounds; round++) {
    times.ours.push(cpuOf(() => stream(rules, chunks), 20) / chunks.length)
    times.whole.push(cpuOf(() => scanText(rules, text, { where: 'answer' }), 50))
    times.peer.push(cpuOf(() => rescan(peer, text, chunks.length), 1) / Math.ceil(chunks.length / SAMPLE))
  }
  return times
}

function stream(rules: RuleSet, chunks: readonly string[]): number {
  const scan = openScan(rules, 'answer')
  let found = 0
  for (let i = 0; i < chunks.length; i++) {
    scan.append(chunks[i]!)
    if (i % CHUNKS_A_TICK === 0) found += scan.findings().length
  }
  return found + scan.findings().length
}

function rescan(peer: Peer, text: string, chunks: number): void {
  for (let i = 0; i < chunks; i += SAMPLE) peer.find(text.slice(0, (i + 1) * CHUNK))
}

function cpuOf(work: () => unknown, times: number): number {
  const begin = cpuMs()
  for (let i = 0; i < times; i++) work()
  return (cpuMs() - begin) / times * 1000
}

export const ratioOf = (a: readonly number[], b: readonly number[]): number => median(a.map((value, i) => value / b[i]!))
