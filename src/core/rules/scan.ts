import type { Finding, Mark, Part } from '../model'
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

/** Appended text is looked at when findings are asked for, and at the latest after this many code units. */
const LOOK_AFTER = 8192

/** Opens a scan of one part of one turn. */
export function openScan(rules: RuleSet, where: Part): ScanStream {
  const settling = newSettling(rules, where)
  let current: Sighting[] = settling.sightings
  let waiting = ''
  const look = (): void => {
    if (waiting === '') return
    advance(settling, waiting)
    current = settle(settling)
    waiting = ''
  }
  return {
    append(chunk) {
      waiting += chunk
      if (waiting.length > LOOK_AFTER) look()
    },
    findings(marks = []) {
      look()
      return keepWanted(current, where, marks)
    },
  }
}

/** Runs the automata over text that was added. */
function advance(settling: Settling, text: string): void {
  const { machines } = settling.rules
  for (let i = 0; i < machines.length; i++) {
    settling.states[i] = run(machines[i]!.automaton, text, settling.states[i]!, settling.length, settling.hits[i]!)
  }
  settling.tail += text
  settling.length += text.length
}

/** Scans a whole text. */
export function scanText(rules: RuleSet, text: string, context: { where: Part; marks?: readonly Mark[] }): Finding[] {
  const scan = openScan(rules, context.where)
  scan.append(text)
  return scan.findings(context.marks)
}
