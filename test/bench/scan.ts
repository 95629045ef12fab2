import { builtInPacks, compileRules, openScan, scanText, type RuleSet } from '../../src/core/rules/index'
import { literals, loadCorpus, packOf, upTo, type Corpus } from './scanData'
import { contestant, floorPeer, npmPeers, regExpPeer, type Peer } from './scanPeers'
import { compare, cpuMs, median, print, race, significant, type Figure, type Rates } from './rounds'

const ROUNDS = 9
const COUNTS = [50, 300, 2000]

/** The scanner's figures; see docs/scanner.md for what each means. */
export async function bench(): Promise<void> {
  const corpus = loadCorpus(3_000_000)
  console.error(`text: ${corpus.name}; Node ${process.version}; CPU time, medians of ${ROUNDS} interleaved rounds`)
  againstRegExp(corpus)
  againstFloorAndPeers(corpus)
  manyRules(corpus)
}

const ours = (rules: RuleSet, name = 'telltale'): Peer => ({ name, find: text => scanText(rules, text, { where: 'answer' }).length })

function figure(name: string, rates: Rates, peer: string, unit: string, ourName = 'telltale'): void {
  print({ bench: 'scan', case: name, ...compare(rates, ourName, peer), peerName: peer, unit } as Figure)
}

function againstRegExp(corpus: Corpus): void {
  for (const count of COUNTS) {
    const phrases = literals(corpus, count)
    const rules = compileRules([packOf(phrases)])
    const peer = regExpPeer(phrases)
    const slow = upTo(corpus.texts, 30_000_000 / count)
    const rates = race([contestant(ours(rules), upTo(corpus.texts, 2_000_000)), contestant(peer, slow)], ROUNDS)
    figure(`${count} literal rules against one RegExp per rule`, rates, peer.name, 'code units/s')
  }
}

function againstFloorAndPeers(corpus: Corpus): void {
  const phrases = literals(corpus, 300)
  const rules = compileRules([packOf(phrases)])
  const texts = upTo(corpus.texts, 1_000_000)
  const peers = npmPeers(phrases)
  const rates = race([ours(rules), floorPeer, ...peers].map(peer => contestant(peer, texts)), ROUNDS)
  figure('300 literal rules against the bare loop', rates, floorPeer.name, 'code units/s')
  for (const peer of peers) figure('300 literal rules against npm Aho-Corasick', rates, peer.name, 'code units/s')
}

function manyRules(corpus: Corpus): void {
  const texts = upTo(corpus.texts, 2_000_000)
  const [few, many] = [50, 2000].map(count => compileRules([packOf(literals(corpus, count))]))
  const rates = race([contestant(ours(many!), texts), contestant(ours(few!, 'telltale with 50 rules'), texts)], ROUNDS)
  figure('2000 literal rules against 50', rates, 'telltale with 50 rules', 'code units/s')
  const bytes = many!.machines.reduce((sum, { automaton }) => sum + automaton.table.byteLength, 0)
  print({ bench: 'scan', case: 'tables at 2000 rules', ours: bytes, peer: 4_194_304, peerName: 'bar', ratio: significant(bytes / 4_194_304), unit: 'bytes', n: 1 })
}
void builtInPacks, openScan, cpuMs, median
