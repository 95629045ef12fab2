import { LETTER, alternativesOf, gateOf } from './grammar'
import type { GrammarData } from './grammar'

/** The cheap tests before a language is read: its words, or its letters, must occur. */
interface Gate {
  data: GrammarData
  /** First words of what its first person looks like. */
  words: ReadonlySet<string>
  /** Letters beyond ASCII; enough for languages whose words cannot be looked up. */
  letters: ReadonlySet<string> | null
  self: RegExp
}

const word = new RegExp(`^${LETTER.slice(0, -1)}']+(?= |$|\\()`)

function gate(data: GrammarData): Gate {
  const first = alternativesOf(data.self).map((alternative) => word.exec(alternative)?.[0].toLowerCase() ?? null)
  const byLetters = !data.spaced || first.includes(null)
  const letters = new Set([...data.self].filter((char) => char > '\u007f' && new RegExp(LETTER).test(char)))
  return { data, words: new Set(first.flatMap((found) => (found && (data.spaced || /^[a-z]/.test(found)) ? [found.trim()] : []))), letters: byLetters ? letters : null, self: gateOf(data) }
}

const words = new RegExp(`${LETTER.slice(0, -1)}']+`, 'g')

/** Languages that may be read in a sentence, from those given. */
export function openGates(languages: readonly GrammarData[]): (sentence: string) => GrammarData[] {
  const gates = languages.map(gate)
  const byWord = new Map<string, Gate[]>()
  for (const entry of gates) for (const first of entry.words) byWord.set(first, [...(byWord.get(first) ?? []), entry])
  const byLetter = gates.filter((entry) => entry.letters)
  return (sentence) => {
    const found = new Set<Gate>()
    for (const said of sentence.toLowerCase().match(words) ?? []) {
      for (const form of [said, said.split("'")[0]!]) for (const entry of byWord.get(form) ?? []) found.add(entry)
    }
    const special = new Set(sentence.match(/\P{ASCII}/gu))
    for (const entry of byLetter) if (special.size > 0 && [...special].some((char) => entry.letters!.has(char))) found.add(entry)
    return gates.filter((entry) => found.has(entry) && entry.self.test(sentence)).map((entry) => entry.data)
  }
}
