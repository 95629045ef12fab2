import { flagsOf, type Flag } from '../core/flags'
import { openExaminer, type Examiner } from '../core/live'
import type { Examination, Expected, Turn } from '../core/model'
import type { RuleSet } from '../core/rules/index'

interface Examined {
  examiner: Examiner
  prompt: string | null
  turn: Turn
  examination: Examination
  flags: Flag[]
}

/** What it takes to examine a turn; when any of it changes, everything is examined again. */
export interface Terms {
  rules: RuleSet
  expected: Expected | null
  /** Rules a person switched off, claims included. */
  muted: ReadonlySet<string>
}

const nothing: Pick<Examined, 'examination' | 'flags'> = {
  examination: { findings: [], claims: [], verdict: 'none' },
  flags: [],
}

export interface Examinations {
  /** Examines what is new in these turns; gives the ids of those whose flags may differ from before. */
  update(turns: readonly Turn[]): ReadonlySet<string>
  of(turnId: string): Pick<Examined, 'examination' | 'flags'>
}

/** Examines the answers of one conversation as they grow, each at the cost of what was added to it. */
export function openExaminations(terms: Terms): Examinations {
  const known = new Map<string, Examined>()
  return {
    update(turns) {
      const changed = new Set<string>()
      let prompt: string | null = null
      for (const turn of turns) {
        if (turn.role === 'user') prompt = turn.answer
        else if (examine(known, turn, prompt, terms)) changed.add(turn.id)
      }
      return changed
    },
    of: (turnId) => known.get(turnId) ?? nothing,
  }
}

/** True when there was something to examine. */
function examine(known: Map<string, Examined>, turn: Turn, prompt: string | null, terms: Terms): boolean {
  const before = known.get(turn.id)
  if (before && before.prompt === prompt && sameText(before.turn, turn)) return false
  const examiner = before?.prompt === prompt ? before.examiner : openExaminer(terms.rules, prompt, terms.expected)
  const examination = examiner.update(turn)
  known.set(turn.id, { examiner, prompt, turn, examination, flags: flagsOf(examination, terms.expected, terms.muted, turn) })
  return true
}

function sameText(a: Turn, b: Turn): boolean {
  return a.answer === b.answer && a.trace === b.trace && a.marks.length === b.marks.length && a.withdrawn === b.withdrawn
}
