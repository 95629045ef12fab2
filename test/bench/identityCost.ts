import { existsSync, readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { findClaims } from '../../src/core/identity/index'
import { builtInPacks, compileRules, scanText } from '../../src/core/rules/index'
import { dataFolder } from './identityData'
import { race } from './rounds'

const ROUNDS = 7

const medianOf = (values: number[]): number => values.sort((a, b) => a - b)[values.length >> 1]!

/** How much longer scanning with all built-in packs and finding claims takes than scanning alone, on ordinary answers (CPU time). */
export function cost(print: (name: string, figures: Record<string, unknown>) => void): void {
  const file = new URL('background/alpaca-dev.jsonl.gz', dataFolder)
  if (!existsSync(file)) return
  const texts = gunzipSync(readFileSync(file)).toString().trim().split('\n').slice(0, 1500).map((line) => (JSON.parse(line) as { text: string }).text)
  const size = texts.reduce((sum, text) => sum + text.length, 0)
  const rules = compileRules(builtInPacks)
  const scan = () => texts.forEach((text) => scanText(rules, text, { where: 'answer' }))
  const claim = () => texts.forEach((text) => findClaims(text, { where: 'answer' }))
  const both = () => texts.forEach((text) => [scanText(rules, text, { where: 'answer' }), findClaims(text, { where: 'answer' })])
  const rates = race([['both', both], ['scan', scan], ['claims', claim]].map(([name, run]) => ({ name: name as string, work: () => ((run as () => void)(), size) })), ROUNDS)
  const [ours, peer] = [medianOf(rates.get('both')!), medianOf(rates.get('scan')!)]
  print('scanning and claims against scanning alone', { ours: Math.round(ours), peer: Math.round(peer), peerName: 'scanning alone', ratio: Math.round(peer / ours * 100) / 100, unit: 'code units/s (ratio: times the cost)', n: texts.length })
}
