import type { Capture } from '../captures/capture'
import type { About } from './about'
import { csvHead, csvRows } from './csv'
import { htmlCapture, htmlHead, htmlTail } from './html'
import { captureLine } from './jsonl'
import { markdownCapture, markdownHead } from './markdown'
import { addToSummary, emptySummary, type Summary } from './summary'

export type { About } from './about'

interface Format {
  extension: string
  mediaType: string
  /** The beginning needs figures about all captures, so they are read twice. */
  summarised: boolean
  head(about: About, summary: Summary): string
  capture(capture: Capture, index: number): Iterable<string>
  tail(): string
}

const nothing = () => ''

/** Every format captures can be exported in, by name. */
export const formats = {
  jsonl: { extension: 'jsonl', mediaType: 'application/jsonl', summarised: false, head: nothing, capture: (capture) => [captureLine(capture)], tail: nothing },
  csv: { extension: 'csv', mediaType: 'text/csv;charset=utf-8', summarised: false, head: csvHead, capture: csvRows, tail: nothing },
  markdown: { extension: 'md', mediaType: 'text/markdown;charset=utf-8', summarised: true, head: markdownHead, capture: markdownCapture, tail: nothing },
  html: { extension: 'html', mediaType: 'text/html;charset=utf-8', summarised: true, head: htmlHead, capture: htmlCapture, tail: htmlTail },
} satisfies Record<string, Format>

export type ExportFormat = keyof typeof formats

/** Captures, read anew each time it is called, so that no more than one is in memory. */
export type CaptureSource = () => Iterable<Capture> | AsyncIterable<Capture>

/**
 * The file, piece by piece; joined, the pieces are text in UTF-8 (lone surrogates remain only in JSON
 * escapes). Reports are read twice, first for their figures.
 */
export async function* exportCaptures(format: ExportFormat, source: CaptureSource, about: About): AsyncGenerator<string> {
  const { summarised, head, capture: write, tail }: Format = formats[format]
  const summary = emptySummary()
  if (summarised) for await (const capture of source()) addToSummary(summary, capture)
  yield head(about, summary)
  let index = 0
  for await (const capture of source()) yield* write(capture, index++)
  yield tail()
}
