import type { Finding, Mark, Part } from '../model'
import { BOUNDARY } from './automaton'
import type { RuleSet } from './compile'
import { keepWanted } from './findings'
import type { Sighting } from './order'
import { run } from './run'
import { newSettling, settle, type Settling } from './settle'

/** Scans a text that grows at its end. `findings` are at all times those of one scan of everything appended so far. */
export interface ScanStream {
  /** Takes the text that was added; work is in proportion to it. */
  append(chunk: string): void
  /** All findings so far, by where they start, without those a rule's scope leaves out given the code marks. */
  findings(marks?: readonly Mark[]): Finding[]
}

/** Text is settled at the latest after this many code units, so that little of it is held. */
const SETTLE_AFTER = 16_384

/** Opens a scan of one part of one turn. */
export function openScan(rules: RuleSet, where: Part): ScanStream {
  const states = rules.machines.map(() => BOUNDARY)
  const settling: Settling = newSettling(rules, where)
  let current: Sighting[] | null = []
  return {
    append(chunk) {
      if (chunk === '') return
      rules.machines.forEach((machine, i) => {
        states[i] = run(machine.automaton, chunk, states[i]!, settling.length, settling.hits[i]!)
      })
      settling.tail += chunk
      settling.length += chunk.length
      current = null
      if (settling.length - settling.settledTo > SETTLE_AFTER) settle(settling)
    },
    findings(marks = []) {
      current ??= settle(settling)
      return keepWanted(current, where, marks)
    },
  }
}

/** Scans a whole text. */
export function scanText(rules: RuleSet, text: string, context: { where: Part; marks?: readonly Mark[] }): Finding[] {
  const scan = openScan(rules, context.where)
  scan.append(text)
  return scan.findings(context.marks)
}
