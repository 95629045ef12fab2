import { openClaims, verdictOf } from './identity/index'
import type { Examination, Expected, Mark, Part, Turn } from './model'
import { openScan, type RuleSet } from './rules/index'

/** Examines one turn again and again while it grows, at the cost of what was added. */
export interface Examiner {
  update(turn: Pick<Turn, 'answer' | 'trace' | 'marks'>): Examination
}

/**
 * An examiner for one turn. `prompt` is what the user asked before it, which decides whether a claim is
 * the model's own; `expected` is whom the site says it is. The result always equals a fresh examination
 * of the whole text: text that did not merely grow is read anew.
 */
export function openExaminer(rules: RuleSet, prompt: string | null, expected: Expected | null): Examiner {
  const answer = openPart(rules, 'answer', prompt)
  const trace = openPart(rules, 'trace', prompt)
  return {
    update(turn) {
      const inTrace = trace(turn.trace ?? '', turn.marks)
      const inAnswer = answer(turn.answer, turn.marks)
      const claims = [...inTrace.claims, ...inAnswer.claims]
      return { findings: [...inTrace.findings, ...inAnswer.findings], claims, verdict: verdictOf(claims, expected) }
    },
  }
}

function openPart(rules: RuleSet, where: Part, prompt: string | null) {
  let seen = ''
  let scan = openScan(rules, where)
  const claims = openClaims({ where, prompt })
  return (text: string, marks: readonly Mark[]): Pick<Examination, 'findings' | 'claims'> => {
    if (!text.startsWith(seen)) {
      scan = openScan(rules, where)
      seen = ''
    }
    scan.append(text.slice(seen.length))
    seen = text
    return { findings: scan.findings(marks), claims: claims.update(text, marks) }
  }
}
