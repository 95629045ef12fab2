import { worstVerdict } from '../core/captures/capture'
import type { Conversation, Turn } from '../core/model'
import type { PageFlag, PageReport } from '../core/page'
import type { Seen } from './page'
import type { ReadTurn } from '../sites/site'

/** What the popup and the toolbar show of a page. */
export function reportOf({ site, reading, turns, terms, examinations }: Seen): PageReport {
  const flags = turns.flatMap(({ id }): PageFlag[] => examinations.of(id).flags.map((flag) => ({ ...flag, turn: id })))
  return {
    site: reading.site,
    label: site.label,
    host: location.host,
    url: reading.url,
    modelLabel: reading.modelLabel,
    health: reading.health,
    problems: reading.problems,
    turns: turns.length,
    expected: terms.expected,
    verdict: worstVerdict(turns.map(({ id }) => examinations.of(id).examination.verdict)),
    conflicts: flags.filter((flag) => flag.kind === 'conflict').length,
    flags,
  }
}

/** The page's turns as plain data, without the nodes they were read from. */
export function conversationOf({ reading }: Seen): Conversation {
  return { ...reading, turns: reading.turns.map(withoutNodes) }
}

function withoutNodes({ element: _, pieces: __, ...turn }: ReadTurn): Turn {
  return turn
}
