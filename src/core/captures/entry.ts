import type { Part, Span } from '../model'
import type { Message, StoredClaim, StoredFinding, UnsealedCapture } from './capture'
import { fingerprint } from './fingerprint'
import { oneExtends } from './id'

/** A message with what was found in it. */
export interface Entry {
  message: Message
  findings: StoredFinding[]
  claims: StoredClaim[]
}

export interface MergedTurn {
  current: Entry
  /** The text that was replaced, if it was. */
  versions: Entry[]
}

export function entriesOf(capture: UnsealedCapture): Entry[] {
  const findings = byTurn(capture.findings)
  const claims = byTurn(capture.claims)
  return capture.messages.map((message) => ({
    message,
    findings: inOrder(findings.get(message.id) ?? [], findingKey),
    claims: inOrder(claims.get(message.id) ?? [], spanKey),
  }))
}

/** As they are read: the trace before the answer, each from its beginning. */
function inOrder<T extends Span & { where: Part }>(found: readonly T[], key: (item: T) => string): T[] {
  return [...found].sort((a, b) => parts.indexOf(a.where) - parts.indexOf(b.where) || a.start - b.start || (key(a) < key(b) ? -1 : 1))
}

/** `Map.groupBy` is not in Node 20. */
export function byTurn<T extends { turn: string }>(found: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const item of found) {
    const group = groups.get(item.turn)
    if (group) group.push(item)
    else groups.set(item.turn, [item])
  }
  return groups
}

/** One turn as two captures have it; `seen` is when the earlier was captured. */
export function mergeEntries(before: Entry | undefined, after: Entry | undefined, seen: string): MergedTurn {
  if (!before || !after) return { current: (before ?? after)!, versions: [] }
  if (agree(before.message, after.message)) return { current: join(before, after), versions: [] }
  const { message } = after
  const current = { ...after, message: { ...message, at: least(message.at, before.message.at) } }
  return { current, versions: outgrown(before, after) ? [] : [versionOf(before, message.id, seen)] }
}

/** Neither text contradicts the other: in each part one begins with the other. */
export function agree(a: Message, b: Message): boolean {
  return a.role === b.role && oneExtends(a.content, b.content) && oneExtends(a.reasoning_content ?? '', b.reasoning_content ?? '')
}

const MOSTLY = 0.5

/**
 * While an answer arrives its last words may be rendered otherwise a moment later (`**bo`, then `bold`).
 * Such a text is no version of its own, unless it holds a flagged quote that the later one lacks.
 */
export function outgrown(before: Entry, after: Entry): boolean {
  if (!before.message.partial || before.message.role !== after.message.role) return false
  const [was, is] = [textOf(before.message), textOf(after.message)]
  const quotes = [...before.findings, ...before.claims].map((found) => found.quote)
  return commonPrefix(was, is) >= was.length * MOSTLY && quotes.every((quote) => is.includes(quote))
}

function versionOf(entry: Entry, turn: string, replaced: string): Entry {
  const { partial: _, ...message } = entry.message
  return { ...entry, message: { ...message, id: versionId(turn, message), versionOf: turn, replaced } }
}

export function versionId(turn: string, message: Message): string {
  return `${turn}~${fingerprint(textOf(message))}`
}

function join(before: Entry, after: Entry): Entry {
  const [content, trace] = [longer(before, after, 'answer'), longer(before, after, 'trace')]
  const reasoning = trace.message.reasoning_content
  const withdrawn = leastOf(before.message.withdrawn, after.message.withdrawn)
  const { partial: _p, reasoning_content: _r, marks: _m, ...message } = after.message
  const partial = arriving(before, after, content)
  const marks = [...(content.message.marks ?? []).filter(inPart('answer')), ...(trace.message.marks ?? []).filter(inPart('trace'))]
  return {
    message: {
      ...message,
      content: content.message.content,
      ...(reasoning !== undefined && { reasoning_content: reasoning }),
      at: least(before.message.at, message.at),
      ...(withdrawn !== undefined && { withdrawn }),
      ...(partial && { partial }),
      ...(marks.length > 0 && { marks }),
    },
    findings: parts.flatMap((part) => foundIn(before, after, part, (entry) => entry.findings, findingKey)),
    claims: parts.flatMap((part) => foundIn(before, after, part, (entry) => entry.claims, spanKey)),
  }
}

const parts: readonly Part[] = ['trace', 'answer']

/** What was found in the text that stays: of both, where they have the same text, the later's word first. */
function foundIn<T extends Span & { where: Part }>(
  before: Entry,
  after: Entry,
  part: Part,
  found: (entry: Entry) => T[],
  key: (item: T) => string,
): T[] {
  const same = textIn(before.message, part) === textIn(after.message, part)
  const sources = same ? [before, after] : [longer(before, after, part)]
  const items = new Map(sources.flatMap(found).filter(inPart(part)).map((item) => [key(item), item]))
  return inOrder([...items.values()], key)
}

function findingKey(finding: StoredFinding): string {
  return `${spanKey(finding)} ${finding.rule}`
}

function spanKey({ start, end }: Span): string {
  return `${start} ${end}`
}

function arriving(before: Entry, after: Entry, longest: Entry): true | undefined {
  const settled = before.message.content === after.message.content && !(before.message.partial && after.message.partial)
  return settled ? undefined : longest.message.partial
}

function longer(before: Entry, after: Entry, part: Part): Entry {
  const [was, is] = [textIn(before.message, part), textIn(after.message, part)]
  return (was?.length ?? -1) > (is?.length ?? -1) ? before : after
}

export function textIn(message: Message, part: Part): string | undefined {
  return part === 'answer' ? message.content : message.reasoning_content
}

function textOf(message: Message): string {
  return `${message.reasoning_content ?? ''}\0${message.content}`
}

function inPart(part: Part) {
  return ({ where }: { where: Part }) => where === part
}

function commonPrefix(a: string, b: string): number {
  let length = 0
  while (length < a.length && length < b.length && a.charCodeAt(length) === b.charCodeAt(length)) length++
  return length
}

function least(a: string, b: string): string {
  return a < b ? a : b
}

function leastOf(a: string | undefined, b: string | undefined): string | undefined {
  return a !== undefined && b !== undefined ? least(a, b) : (a ?? b)
}
