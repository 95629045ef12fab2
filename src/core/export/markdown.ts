import type { Capture, Message } from '../captures/capture'
import { flaggedMessages, type Flagged } from './flagged'
import type { Summary } from './summary'
import { visible } from './visible'
import type { About } from './about'
import { describeExpected, describeFlag } from './words'

/**
 * Page text in Markdown stands only in code: a span (one line) or a fence longer than any run of the same
 * sign in it. Neither can be ended from inside, so it can become no heading, link, image or HTML.
 */
export function markdownHead(about: About, summary: Summary): string {
  const { conflict, claim, artefact, boilerplate, custom } = summary.flags
  return [
    '# Telltale report',
    '',
    `Written ${about.generatedAt} by Telltale ${about.version}.`,
    '',
    `- Conversations: ${summary.captures}, of which ${summary.conflicting} with a conflicting claim`,
    `- Messages: ${summary.messages}`,
    `- Flags: ${conflict} conflicting claims, ${claim} other claims, ${artefact} artefacts, ${boilerplate} stock phrases, ${custom} custom`,
    '',
    'A claim is what the text says, not a proof of where the model comes from.',
    '',
  ].join('\n')
}

export function* markdownCapture(capture: Capture, index: number): Generator<string> {
  const messages = flaggedMessages(capture)
  yield `\n## ${index + 1}. ${span(capture.title ?? 'untitled')} on ${span(capture.host)}\n\n${facts(capture)}\n`
  const flags = messages.flatMap(({ flags }, i) => flags.map((flag) => `- Message ${i + 1}, ${flag.where}: ${describeFlag(flag, span)}: ${span(flag.quote)}`))
  if (flags.length > 0) yield `\n### Flagged\n\n${flags.join('\n')}\n`
  yield '\n### Transcript\n'
  for (const [i, message] of messages.entries()) yield* transcript(message, i)
}

function facts(capture: Capture): string {
  const packs = capture.rulePacks.map((pack) => span(`${pack.id} ${pack.version}`)).join(', ')
  return [
    `- Address: ${span(capture.url)}`,
    `- Kept: ${span(capture.startedAt)} to ${span(capture.capturedAt)}`,
    `- Site: ${span(capture.site)}, model label ${capture.modelLabel === null ? 'not shown' : span(capture.modelLabel)}`,
    `- Expected: ${describeExpected(capture.expected, span)}`,
    `- Verdict: **${capture.verdict}**`,
    `- Reading: ${capture.health}`,
    `- Rule packs: ${packs || 'none'}`,
    `- Id: ${span(capture.id)}`,
    `- SHA-256: ${span(capture.sha256)}`,
  ].join('\n')
}

function* transcript({ message }: Flagged, i: number): Generator<string> {
  yield `\n#### ${i + 1}. ${message.role === 'user' ? 'User' : 'Assistant'}, ${span(message.at)}${notes(message)}\n`
  if (message.reasoning_content !== undefined) yield `\nReasoning${message.reasoning_summarised ? ' (summarised by the site)' : ''}:\n\n${fence(message.reasoning_content)}\n\nAnswer:\n`
  yield `\n${fence(message.content)}\n`
}

function notes({ withdrawn, replaced, partial }: Message): string {
  const all = [withdrawn && `withdrawn ${span(withdrawn)}`, replaced && `earlier version, last seen ${span(replaced)}`, partial && 'unfinished']
  return all.filter(Boolean).map((note) => `, ${note}`).join('')
}

/** Text as a code span: one line, whatever it holds. */
export function span(text: string): string {
  const line = visible(text).replace(/\s+/g, ' ').trim()
  if (line === '') return '(empty)'
  const ticks = '`'.repeat(longestRun(line) + 1)
  const pad = /^`|`$/.test(line) ? ' ' : ''
  return `${ticks}${pad}${line}${pad}${ticks}`
}

/** Text as a fenced code block. */
export function fence(text: string): string {
  const shown = visible(text)
  const ticks = '`'.repeat(Math.max(3, longestRun(shown) + 1))
  return `${ticks}text\n${shown}\n${ticks}`
}

function longestRun(text: string): number {
  return (text.match(/`+/g) ?? []).reduce((longest, run) => Math.max(longest, run.length), 0)
}
