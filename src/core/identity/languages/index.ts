import en from './en.json' with { type: 'json' }
import zh from './zh.json' with { type: 'json' }
import { grammarOf } from '../grammar'
import type { Grammar, GrammarData } from '../grammar'

/** Adding a language is adding its file here. */
export const languages: readonly GrammarData[] = [en, zh]

const ready = new Map<string, Grammar>()

/** Compiles a language when it is first needed. */
export function grammarFor(data: GrammarData): Grammar {
  const known = ready.get(data.tag)
  if (known) return known
  const grammar = grammarOf(data)
  ready.set(data.tag, grammar)
  return grammar
}

const gates = languages.map((data) => ({ data, self: new RegExp(data.self.replaceAll(' ', '\\s+'), 'iu') }))

/** The languages whose first person may occur in a sentence. */
export const languagesFor = (sentence: string): Grammar[] =>
  gates.filter(({ self }) => self.test(sentence)).map(({ data }) => grammarFor(data))
