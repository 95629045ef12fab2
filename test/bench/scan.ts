import { compileRules, scanText, type RuleSet } from '../../src/core/rules/index'
import { literals, loadCorpus, packOf, upTo, type Corpus } from './scanData'
import { differences, findSimply, prepare, rules as builtIn } from './scanPacks'
import { contestant, floorPeer, npmPeers, regExpPeer, type Peer } from './scanPeers'
import { CHUNK, race as raceStream, ratioOf } from './scanStream'
import { compare, median, print, race, significant, type Figure, type Rates } from './rounds'

const ROUNDS = 9
const COUNTS = [50, 300, 2000]
const STREAMED = 20_000

/** The scanner's figures; see docs/scanner.md for what each means. */
export async function bench(): Promise<void> {
  const corpus = loadCorpus(3_000_000)
  console.error(`text: ${corpus.name}; Node ${process.version}; CPU time, medians of ${ROUNDS} interleaved rounds`)
  againstRegExp(corpus)
  againstFloorAndPeers(corpus)
  manyRules(corpus)
  builtInPacks(corpus)
  streaming(corpus)
  const { benchInChromium } = await import('./scanChromium')
  await benchInChromium(corpus)
}

const ours = (rules: RuleSet, name = 'telltale'): Peer => ({ name, find: text => scanText(rules, text, { where: 'answer' }).length })

function figure(name: string, rates: Rates, peer: string, ourName = 'telltale'): void {
  print({ bench: 'scan', case: name, ...compare(rates, ourName, peer), peerName: peer, unit: 'code units/s' })
}

function againstRegExp(corpus: Corpus): void {
  for (const count of COUNTS) {
    const phrases = literals(corpus, count)
    const rules = compileRules([packOf(phrases)])
    const peer = regExpPeer(phrases)
    const slow = upTo(corpus.texts, 30_000_000 / count)
    const rates = race([contestant(ours(rules), upTo(corpus.texts, 2_000_000)), contestant(peer, slow)], ROUNDS)
    figure(`${count} literal rules against one RegExp per rule`, rates, peer.name)
  }
}

function againstFloorAndPeers(corpus: Corpus): void {
  const phrases = literals(corpus, 300)
  const rules = compileRules([packOf(phrases)])
  const texts = upTo(corpus.texts, 1_000_000)
  const peers = npmPeers(phrases)
  const rates = race([ours(rules), floorPeer, ...peers].map(peer => contestant(peer, texts)), ROUNDS)
  figure('300 literal rules against the bare loop', rates, floorPeer.name)
  for (const peer of peers) figure('300 literal rules against npm Aho-Corasick', rates, peer.name)
}

function manyRules(corpus: Corpus): void {
  const texts = upTo(corpus.texts, 2_000_000)
  const [few, many] = [50, 2000].map(count => compileRules([packOf(literals(corpus, count))]))
  const rates = race([contestant(ours(many!), texts), contestant(ours(few!, 'telltale with 50 rules'), texts)], ROUNDS)
  figure('2000 literal rules against 50', rates, 'telltale with 50 rules')
  const bytes = many!.machines.reduce((sum, { automaton }) => sum + automaton.table.byteLength, 0)
  print({ bench: 'scan', case: 'tables at 2000 rules', ours: bytes, peer: 4_194_304, peerName: 'the bar', ratio: significant(bytes / 4_194_304), unit: 'bytes', n: 1 })
}

function builtInPacks(corpus: Corpus): void {
  const { same, different } = differences(corpus.texts)
  console.error(`built-in packs: ${same} findings the same, ${different.length} not: ${different.slice(0, 5).join('; ')}`)
  const texts = upTo(corpus.texts, 300_000)
  const prepared = new Map(texts.map(text => [text, prepare(text)]))
  const peer = { name: `one RegExp per rule on text folded beforehand, V8 ${process.versions.v8}`, find: (text: string) => findSimply(prepared.get(text)!).length }
  const rates = race([contestant(ours(builtIn), texts), contestant(peer, texts)], ROUNDS)
  figure(`all ${builtIn.rules.length} built-in rules, expressions included`, rates, peer.name)
}

function streaming(corpus: Corpus): void {
  const text = corpus.texts.join('\n').slice(0, STREAMED)
  const phrases = literals(corpus, 300)
  for (const [name, rules] of [['300 literal rules', compileRules([packOf(phrases)])], ['all built-in rules', builtIn]] as const) {
    const peer = regExpPeer(phrases)
    const times = raceStream(rules, peer, text, ROUNDS)
    const n = times.ours.length
    const chunk: Omit<Figure, 'case' | 'peer' | 'peerName' | 'ratio'> = { bench: 'scan', ours: significant(median(times.ours)), unit: 'microseconds a chunk', n }
    if (rules !== builtIn) {
      print({ ...chunk, case: `${name}, ${STREAMED} characters in chunks of ${CHUNK}`, peer: significant(median(times.peer)), peerName: `rescanning with ${peer.name}`, ratio: significant(ratioOf(times.peer, times.ours)) })
    }
    const all = times.ours.map(time => time * text.length / CHUNK)
    print({ bench: 'scan', case: `${name}, all chunks against one scan`, ours: significant(median(all)), peer: significant(median(times.whole)), peerName: 'one scan of the whole', ratio: significant(ratioOf(all, times.whole)), unit: 'microseconds', n })
  }
}
