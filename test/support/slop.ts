/**
 * Computes the slop pack: words and phrases that most models use whatever the prompt, in stories far more than in essays or the
 * other way round, and that the prompt did not hold. `npx tsx test/support/slop.ts` rewrites src/core/rules/packs/slop.json from the data folder.
 * Only the MIT (slop-score) and Apache-2.0 (SpeechMap) folders are read; figures and single words leave them, no text.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'

const DATA = `${process.env.TELLTALE_DATA ?? '../shared/data'}/style`
const PACK = 'src/core/rules/packs/slop.json'

/** Of each kind of writing. */
const WORDS = 60
const PHRASES = 60
/** Words more common than this, per million, are ordinary English. */
const COMMON = 150
/** How many times as often as in the other kind of writing. */
const TIMES = 4
/** Prior weight of the informative Dirichlet prior (Monroe, Colaresi and Quinn, "Fightin' Words", 2008, eq. 22). */
const PRIOR = 500
const STOP = new Set(('a about after again all am an and any are as at be because been before being between both but by can could did do does doing down '
  + 'during each few for from further had has have having he her here hers him his how i if in into is it its just me more most my no nor not now of off on '
  + 'once only or other our out over own same she should so some such than that the their them then there these they this those through to too under until '
  + 'up very was we were what when where which while who whom why will with would you your s t d ll re ve m one also may might must even still like many much').split(' '))

type Kind = 'creative' | 'essay'

interface Row { model: string; kind: Kind; prompt: string; text: string }

interface Tally {
  count: number
  models: Set<string>
  prompts: Set<string>
}

/** One kind of writing, counted. */
interface Counted {
  words: Map<string, Tally>
  phrases: Map<string, Tally>
  total: number
  models: Set<string>
  prompts: Set<string>
}

function rowsOf(folder: string): Row[] {
  return readdirSync(`${DATA}/${folder}`).flatMap(file =>
    gunzipSync(readFileSync(`${DATA}/${folder}/${file}`)).toString().split('\n').filter(Boolean).map(line => {
      const row = JSON.parse(line) as Partial<Row>
      return { model: row.model ?? file, kind: row.kind ?? 'essay', prompt: row.prompt ?? '', text: row.text ?? '' }
    }))
}

const tokens = (text: string): string[] => text.normalize('NFKC').toLowerCase().replace(/[’‘]/g, '\'').match(/[a-z\d]+(?:'[a-z]+)?|[.!?;:,"()\n]/g) ?? []
const isWord = (token: string): boolean => /^[a-z]/.test(token)

function add(map: Map<string, Tally>, key: string, row: Row): void {
  const tally = map.get(key) ?? { count: 0, models: new Set(), prompts: new Set() }
  tally.count++
  tally.models.add(row.model)
  tally.prompts.add(row.prompt)
  map.set(key, tally)
}

function count(rows: Row[], withPhrases: boolean): Counted {
  const counted: Counted = { words: new Map(), phrases: new Map(), total: 0, models: new Set(), prompts: new Set() }
  for (const row of rows) countRow(counted, row, withPhrases)
  return counted
}

/** What the prompt itself says is the prompt's, not the model's. */
function countRow(counted: Counted, row: Row, withPhrases: boolean): void {
  counted.models.add(row.model)
  counted.prompts.add(row.prompt)
  const asked = new Set(tokens(row.prompt))
  const all = tokens(row.text)
  all.forEach((token, i) => {
    if (!isWord(token)) return
    counted.total++
    if (!asked.has(token)) add(counted.words, token, row)
    if (withPhrases) for (const length of [3, 4, 5]) addPhrase(counted, row, asked, all.slice(i, i + length), length)
  })
}

function addPhrase(counted: Counted, row: Row, asked: Set<string>, phrase: string[], length: number): void {
  const content = phrase.filter(word => !STOP.has(word))
  if (phrase.length < length || !phrase.every(isWord) || content.length < 2 || STOP.has(phrase.at(-1)!)) return
  if (!content.some(word => asked.has(word))) add(counted.phrases, phrase.join(' '), row)
}

/** z-score of the log-odds of a word in one kind of writing against the other, with both together as prior. */
function distinctness(word: string, here: Counted, there: Counted): number {
  const [a, b] = [here.words.get(word)?.count ?? 0, there.words.get(word)?.count ?? 0]
  const prior = PRIOR * (a + b) / (here.total + there.total)
  const odds = (hits: number, all: number): number => Math.log((hits + prior) / (all + PRIOR - hits - prior))
  return (odds(a, here.total) - odds(b, there.total)) / Math.sqrt(1 / (a + prior) + 1 / (b + prior))
}

interface Entry { text: string; score: number; tally: Tally; counted: Counted }

/** Met whatever the prompt, and with most models. */
const spread = (counted: Counted, { models, prompts }: Tally): number => models.size / counted.models.size * prompts.size / counted.prompts.size

function topWords(here: Counted, there: Counted): Entry[] {
  return [...here.words]
    .filter(([word, tally]) => word.length > 3 && !STOP.has(word) && perMillion(here, tally) < COMMON && tally.models.size > 0.7 * here.models.size)
    .filter(([word, tally]) => perMillion(here, tally) > TIMES * perMillion(there, { count: (there.words.get(word)?.count ?? 0) + 1 }))
    .map(([text, tally]) => ({ text, tally, counted: here, score: Math.max(0, distinctness(text, here, there)) * spread(here, tally) }))
    .sort((a, b) => b.score - a.score).slice(0, WORDS)
}

/** Long phrases that recur over models and prompts, without those that are part of a more telling one. */
function topPhrases(counted: Counted): Entry[] {
  const ranked = [...counted.phrases].filter(([, { models, prompts }]) => models.size >= 0.4 * counted.models.size && prompts.size >= 10)
    .map(([text, tally]) => ({ text, tally, counted, score: spread(counted, tally) * text.split(' ').length }))
    .sort((a, b) => b.score - a.score)
  const kept: Entry[] = []
  for (const entry of ranked) {
    if (kept.length === PHRASES) break
    if (!kept.some(({ text }) => text.includes(entry.text) || entry.text.includes(text))) kept.push(entry)
  }
  return kept
}

const perMillion = ({ total }: Counted, { count: hits }: Pick<Tally, 'count'>): number => hits / total * 1e6

function ruleOf(kind: string, { text, tally, counted }: Entry): object {
  const figures = `${perMillion(counted, tally).toFixed(0)} per million words, ${tally.models.size} of ${counted.models.size} models, ${tally.prompts.size} prompts`
  return {
    id: `slop.en.${kind}.${text.replace(/[^a-z]+/g, '-')}`, phrase: text, code: 'skip', severity: 'low',
    source: `computed from slop-score (MIT) and SpeechMap (Apache-2.0) answers: ${figures}`,
    examples: { match: [`And ${text}, again.`], noMatch: [`${text}x`] },
  }
}

const slopScore = rowsOf('slop-score')
const creative = count(slopScore.filter(row => row.kind === 'creative'), true)
const essay = count(slopScore.filter(row => row.kind === 'essay'), true)
const exposition = count([...slopScore.filter(row => row.kind === 'essay'), ...rowsOf('speechmap')], false)
const words = [...topWords(creative, exposition), ...topWords(essay, creative)]
const inStories = topPhrases(creative)
const phrases = [...inStories, ...topPhrases(essay).filter(({ text }) => !inStories.some(entry => entry.text === text))]
const rules = [...words.map(entry => ruleOf('word', entry)), ...phrases.map(entry => ruleOf('phrase', entry))]
const head = {
  format: 'telltale-rules/1', id: 'slop', version: '1.0.0', name: 'Slop vocabulary',
  description: 'Words and phrases that most models overuse, whatever they are asked. They tell machine prose, not one machine from another.',
  family: 'slop', enabled: false, licence: 'figures from MIT and Apache-2.0 data',
  source: 'computed by test/support/slop.ts from sam-paech/slop-score (MIT) and xlr8harder/speechmap-data (Apache-2.0)',
}
writeFileSync(PACK, `${JSON.stringify({ ...head, rules }, null, 1)}\n`)
console.log(`${rules.length} rules from ${creative.total + exposition.total} words`)
