import { createRequire } from 'node:module'
import { AhoCorasick as Fast } from '@monyone/aho-corasick/fast'
import type { Contestant } from './rounds'

const require = createRequire(import.meta.url)
const versionOf = (name: string): string => {
  const path = require.resolve(name).split(`node_modules/${name}/`)[0]!
  return `${name} ${(require(`${path}node_modules/${name}/package.json`) as { version: string }).version}`
}

interface Searcher {
  search(text: string): unknown[]
}

export interface Peer {
  name: string
  /** How many matches it finds in a text. */
  find: (text: string) => number
}

/** What everybody ships: one native RegExp for each rule, with ASCII word boundaries and nothing folded but case. */
export function regExpPeer(phrases: readonly string[]): Peer {
  const expressions = phrases.map(phrase => new RegExp(`\\b${phrase.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')}\\b`, 'gi'))
  return {
    name: `one RegExp per rule, V8 ${process.versions.v8}`,
    find: text => expressions.reduce((sum, expression) => sum + countMatches(expression, text), 0),
  }
}

export function countMatches(expression: RegExp, text: string): number {
  let count = 0
  expression.lastIndex = 0
  while (expression.exec(text)) count++
  return count
}

/** The bare loop no matcher in plain JavaScript can beat. */
export const floorPeer: Peer = {
  name: 'a charCodeAt loop',
  find: text => {
    let sum = 0
    for (let i = 0; i < text.length; i++) sum += text.charCodeAt(i)
    return sum
  },
}

/** npm's Aho-Corasick implementations that report positions; they know neither case nor word boundaries. */
export function npmPeers(phrases: readonly string[]): Peer[] {
  const AhoCorasick = require('ahocorasick') as new (words: readonly string[]) => Searcher
  const FastScan = require('fastscan') as { default?: new (words: readonly string[]) => Searcher } & (new (words: readonly string[]) => Searcher)
  const Modern = require('modern-ahocorasick') as new (words: readonly string[]) => Searcher
  const fast = new Fast([...phrases])
  const classic = new AhoCorasick(phrases)
  const scanner = new (FastScan.default ?? FastScan)(phrases)
  const modern = new Modern(phrases)
  return [
    { name: `${versionOf('@monyone/aho-corasick')}/fast`, find: text => fast.matchInText(text.toLowerCase()).length },
    { name: versionOf('ahocorasick'), find: text => classic.search(text.toLowerCase()).length },
    { name: versionOf('fastscan'), find: text => scanner.search(text.toLowerCase()).length },
    { name: versionOf('modern-ahocorasick'), find: text => modern.search(text.toLowerCase()).length },
  ]
}

/** A contestant that scans the texts, message by message, counting code units. */
export function contestant(peer: Peer, texts: readonly string[]): Contestant {
  const units = texts.reduce((sum, text) => sum + text.length, 0)
  let kept = 0
  return {
    name: peer.name,
    work: () => {
      for (const text of texts) kept += peer.find(text)
      if (kept < 0) throw new Error('unreachable')
      return units
    },
  }
}
