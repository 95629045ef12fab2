import type { Message } from '../captures/capture'
import { textIn } from '../captures/entry'
import type { FlagKind } from '../flags'
import type { Part, Span } from '../model'
import type { Flagged } from './flagged'
import { escape, time } from './htmlParts'
import { kindNames } from './words'

/** One message: who and when, the reasoning (open where it was flagged), the text with its flags marked. */
export function* htmlTurn({ message, flags }: Flagged, anchor: string, i: number): Generator<string> {
  const version = message.versionOf === undefined ? '' : ' version'
  yield `<section class="turn ${message.role}${version}" id="${anchor}"><div class="who"><b>${message.role === 'user' ? 'User' : 'Assistant'}</b><span>${i + 1}</span>${time(message.at)}${notes(message)}</div>\n`
  if (message.reasoning_content !== undefined) {
    const open = flags.some((flag) => flag.where === 'trace') ? ' open' : ''
    const name = message.reasoning_summarised ? 'Reasoning, summarised by the site' : 'Reasoning'
    yield `<details${open}><summary>${name}</summary>${textBlock(message, 'trace', flags)}</details>\n`
  }
  yield `${textBlock(message, 'answer', flags)}\n</section>\n`
}

function notes({ withdrawn, replaced, partial }: Message): string {
  const all = [withdrawn && `withdrawn ${time(withdrawn)}`, replaced && `an earlier version, last seen ${time(replaced)}`, partial && 'unfinished']
  return all.flatMap((note) => (note ? [`<span>${note}</span>`] : [])).join('')
}

function textBlock(message: Message, part: Part, flags: Flagged['flags']): string {
  const text = textIn(message, part) ?? ''
  const layers = [...flags, ...(message.marks ?? []).filter((mark) => mark.kind === 'code')].filter((layer) => layer.where === part)
  const shown = pieces(text, layers).map(({ start, end, kinds }) => {
    const piece = escape(text.slice(start, end))
    const flag = kindsByWeight.find((kind) => kinds.has(kind))
    const said = kinds.has('code') ? `<code>${piece}</code>` : piece
    return flag === undefined ? said : `<mark class="${flag}">${said}</mark>`
  })
  return `<div class="text" dir="auto">${shown.join('')}</div>`
}

/** By weight: where flags overlap, the first of these is shown. */
const kindsByWeight = Object.keys(kindNames) as FlagKind[]

interface Layer extends Span {
  kind: string
}

/** The text cut wherever a layer begins or ends, with the kinds of the layers over each piece. */
function pieces(text: string, layers: readonly Layer[]): (Span & { kinds: ReadonlySet<string> })[] {
  const cuts = [...new Set([0, text.length, ...layers.flatMap(({ start, end }) => [start, end])])].sort((a, b) => a - b)
  const waiting = [...layers].sort((a, b) => b.start - a.start)
  let open: Layer[] = []
  return cuts.slice(0, -1).map((start, i) => {
    while (waiting.length > 0 && waiting.at(-1)!.start <= start) open.push(waiting.pop()!)
    open = open.filter((layer) => layer.end > start)
    return { start, end: cuts[i + 1]!, kinds: new Set(open.map((layer) => layer.kind)) }
  })
}
