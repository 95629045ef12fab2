import { existsSync, readFileSync } from 'node:fs'
import { findClaims } from '../../src/core/identity/index'
import type { Claim } from '../../src/core/model'
import { alarms } from './identityAlarms'
import { cost } from './identityCost'
import { baselines, type Baseline } from './identityBaselines'
import { dataFolder, grouped, type Labelled } from './identityData'

/** What one rule says about one item: whether somebody is claimed. */
interface Tally { tp: number; fp: number; fn: number; tn: number }

const wilson = (hits: number, n: number): [low: number, high: number] => {
  if (n === 0) return [0, 1]
  const z = 1.96
  const p = hits / n
  const middle = (p + z * z / (2 * n)) / (1 + z * z / n)
  const half = z * Math.sqrt(p * (1 - p) / n + z * z / (4 * n * n)) / (1 + z * z / n)
  return [middle - half, middle + half]
}

const rounded = (value: number): number => Math.round(value * 1000) / 1000
const claimedBy = (item: Labelled): Claim[] => findClaims(item.text, { where: 'answer', prompt: item.prompt }).filter((claim) => claim.polarity === 'claimed')
const ours: Baseline = { name: 'telltale', flags: (item) => claimedBy(item).length > 0 }

function tallyOf(items: readonly Labelled[], rule: Baseline): Tally {
  const tally: Tally = { tp: 0, fp: 0, fn: 0, tn: 0 }
  for (const item of items) {
    const flagged = rule.flags(item)
    if (item.label === 'claim') tally[flagged ? 'tp' : 'fn']++
    else tally[flagged ? 'fp' : 'tn']++
  }
  return tally
}

/** F1 with the interval of the share of agreeing decisions, 2tp of 2tp+fp+fn (Wilson on that share; F1 has no exact one). */
function scores({ tp, fp, fn }: Tally) {
  return {
    precision: [rounded(tp / (tp + fp)), ...wilson(tp, tp + fp).map(rounded)],
    recall: [rounded(tp / (tp + fn)), ...wilson(tp, tp + fn).map(rounded)],
    f1: [rounded(2 * tp / (2 * tp + fp + fn)), ...wilson(2 * tp, 2 * tp + fp + fn).map(rounded)],
  }
}

function print(name: string, figures: Record<string, unknown>): void {
  console.log(JSON.stringify({ bench: 'identity', case: name, ...figures }))
}

/** One line a figure, as every bench: ours against the keyword baseline, then the details. */
function against(items: readonly Labelled[], name: string): void {
  for (const baseline of baselines) {
    const [mine, theirs] = [scores(tallyOf(items, ours)), scores(tallyOf(items, baseline))]
    for (const figure of ['precision', 'recall', 'f1'] as const) {
      const [value, low, high] = mine[figure]
      print(`${name}: ${figure}`, { ours: value, low, high, peer: theirs[figure][0], peerName: baseline.name, ratio: rounded(value! / theirs[figure][0]!), unit: 'share', n: items.length })
    }
  }
}

function byLabel(items: readonly Labelled[]): void {
  for (const [label, group] of grouped(items, (item) => item.label)) {
    const flagged = group.filter((item) => ours.flags(item)).length
    const peer = group.filter((item) => baselines[0]!.flags(item)).length
    const [low, high] = wilson(flagged, group.length)
    print(`flagged: ${label}`, { ours: rounded(flagged / group.length), low: rounded(low), high: rounded(high), peer: rounded(peer / group.length), peerName: baselines[0]!.name, unit: 'share', n: group.length })
  }
}

function byStrength(items: readonly Labelled[]): void {
  const counts = new Map<string, [claims: number, right: number]>()
  for (const item of items) {
    for (const { strength } of claimedBy(item)) {
      const [claims, right] = counts.get(strength) ?? [0, 0]
      counts.set(strength, [claims + 1, right + (item.label === 'claim' ? 1 : 0)])
    }
  }
  for (const [strength, [n, right]] of counts) {
    const [low, high] = wilson(right, n)
    print(`precision of strength ${strength}`, { ours: rounded(right / n), low: rounded(low), high: rounded(high), unit: 'share', n })
  }
}

/** Where a developer is labelled and somebody is claimed: every claimed developer is a labelled one. */
function developers(items: readonly Labelled[]): void {
  const judged = items.filter((item) => item.label === 'claim' && item.vendor_canon.some((id) => !id.startsWith('other:')) && claimedBy(item).length > 0)
  const right = judged.filter((item) => claimedBy(item).every((claim) => claim.developer === null || item.vendor_canon.includes(claim.developer))).length
  const [low, high] = wilson(right, judged.length)
  print('developer right', { ours: rounded(right / judged.length), low: rounded(low), high: rounded(high), unit: 'share', n: judged.length })
}

/** `npm run bench -- identity`: claims against the labelled set and the ordinary answers; alarms go to standard error. */
export async function bench(): Promise<void> {
  const file = new URL('identity/dev.jsonl', dataFolder)
  if (!existsSync(file)) return console.error(`identity: no labelled data at ${file.pathname}; set TELLTALE_DATA to the folder that holds identity/ and background/`)
  const rows = readFileSync(file, 'utf8').trim().split('\n').map((line) => JSON.parse(line) as Labelled)
  const plain = rows.filter((item) => !item.borderline)
  against(plain, 'without borderline items')
  against(rows, 'all items')
  against(plain.filter((item) => item.lang === 'en'), 'English')
  against(plain.filter((item) => item.lang !== 'en'), 'other languages')
  for (const [lang, group] of grouped(plain, (item) => item.lang)) print(`language ${lang}`, { ...tallyOf(group, ours), unit: 'items', n: group.length })
  byLabel(plain)
  byStrength(rows)
  developers(plain)
  alarms(print)
  cost(print)
}
