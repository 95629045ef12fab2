import { openGates } from '../gate'
import { grammarOf } from '../grammar'
import type { Grammar, GrammarData } from '../grammar'
import en from './en.json' with { type: 'json' }
import zh from './zh.json' with { type: 'json' }

let languages: readonly GrammarData[] = [en, zh]
let candidates = openGates(languages)
const ready = new Map<string, Grammar>()

/**
 * Reads these languages as well from now on; those known already stay. Texts that are being read are read anew.
 * A page's script is kept small by starting without them.
 */
export function addLanguages(more: readonly GrammarData[]): void {
  languages = [...languages, ...more.filter((data) => !languages.some((known) => known.tag === data.tag))]
  candidates = openGates(languages)
}

/** The languages being read; another value after each `addLanguages`. */
export const knownLanguages = (): readonly GrammarData[] => languages

/** Compiles a language when it is first needed. */
export function grammarFor(data: GrammarData): Grammar {
  const known = ready.get(data.tag)
  if (known) return known
  const grammar = grammarOf(data)
  ready.set(data.tag, grammar)
  return grammar
}

/** The languages whose first person may occur in a sentence. */
export const languagesFor = (sentence: string): Grammar[] => candidates(sentence).map(grammarFor)

/** Whether any language is worth reading here. */
export const maySpeak = (sentence: string): boolean => candidates(sentence).length > 0
