import { existsSync, readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { catalogue } from '../../src/core/rules/catalogue'
import { phrasesOf, type RulePack } from '../../src/core/rules/language'

/** Ordinary answers to scan, and literal rules to scan them for. */
export interface Corpus {
  name: string
  texts: string[]
}

const FILE = `${process.env.TELLTALE_DATA ?? '../shared/data'}/background/alpaca-dev.jsonl.gz`

/** About `units` UTF-16 code units of ordinary answers of many models; generated when the data folder is absent. */
export function loadCorpus(units: number): Corpus {
  const corpus = existsSync(FILE) ? alpaca() : { name: 'generated, the data folder is absent', texts: generated(units) }
  return { name: corpus.name, texts: upTo(corpus.texts, units) }
}

function alpaca(): Corpus {
  const texts = gunzipSync(readFileSync(FILE)).toString().split('\n').filter(Boolean).map(line => (JSON.parse(line) as { text: string }).text)
  return { name: 'alpaca-dev, answers of 227 models', texts: texts.filter(text => text.length > 0) }
}

/** The first texts that together are about so long. */
export function upTo(texts: string[], units: number): string[] {
  let sum = 0
  return texts.filter(text => (sum += text.length) - text.length < units)
}

export const lengthOf = (texts: string[]): number => texts.reduce((sum, text) => sum + text.length, 0)

const SYLLABLES = ['ba', 'con', 'der', 'est', 'fal', 'gri', 'hen', 'ing', 'jo', 'kel', 'lo', 'mer', 'non', 'or', 'pre', 'qui', 'ran', 'ste', 'tion', 'un', 'ver', 'wil']

function generated(units: number): string[] {
  let seed = 7
  const random = (below: number): number => (seed = (seed * 1103515245 + 12345) % 2147483648) % below
  const word = (): string => Array.from({ length: 1 + random(3) }, () => SYLLABLES[random(SYLLABLES.length)]).join('')
  const sentence = (): string => `${Array.from({ length: 5 + random(15) }, word).join(' ')}. `
  return Array.from({ length: units / 1500 | 0 }, () => Array.from({ length: 18 }, sentence).join('') + (random(8) === 0 ? '’' : ''))
}

/**
 * Phrases a researcher might look for: English ones of the built-in packs, then phrases of two to four words as they come in the
 * texts, in no order. Few rules find little and many find much, as with hand-made lists.
 */
export function literals(corpus: Corpus, count: number): string[] {
  const written = catalogue.filter(pack => pack.family === 'refusal' || pack.family === 'boilerplate')
    .flatMap(pack => pack.rules.filter(rule => rule.id.includes('.en.')).flatMap(phrasesOf)).filter(phrase => /^\w[\w' -]*\w$/.test(phrase))
  return [...new Set([...inNoOrder(written), ...phrasesIn(corpus.texts)].map(phrase => phrase.toLowerCase()))].slice(0, count)
}

function phrasesIn(texts: string[]): string[] {
  const counts = new Map<string, number>()
  for (const text of texts) {
    for (const clause of text.toLowerCase().split(/[^a-z ]+/)) {
      const words = clause.split(' ').filter(Boolean)
      for (let i = 0; i + 3 < words.length; i++) {
        for (const length of [2, 3, 4]) {
          const phrase = words.slice(i, i + length).join(' ')
          if (phrase.length > 7) counts.set(phrase, (counts.get(phrase) ?? 0) + 1)
        }
      }
    }
  }
  return inNoOrder([...counts].filter(([, count]) => count >= 3 && count <= 5).map(([phrase]) => phrase))
}

function inNoOrder(phrases: string[]): string[] {
  return phrases.map(phrase => ({ phrase, order: hash(phrase) })).sort((a, b) => a.order - b.order).map(({ phrase }) => phrase)
}

/** FNV-1a: an order that has nothing to do with what phrases say. */
function hash(text: string): number {
  let value = 0x811c9dc5
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193)
  return value >>> 0
}

export function packOf(phrases: readonly string[]): RulePack {
  return {
    format: 'telltale-rules/1', id: 'bench', version: '1.0.0', name: 'Bench', family: 'custom', enabled: true,
    rules: phrases.map((phrase, i) => ({ id: `bench.${i}`, phrase })),
  }
}
