import type { Capture, Message } from '../../../core/captures/capture'
import type { Finding, Part } from '../../../core/model'
import { openScan, type RuleSet } from '../../../core/rules/index'
import { eachCapture } from '../../../store/captures'
import { openStore } from '../../../store/open'

/** A place in a kept conversation where the rule matches. */
export interface KeptMatch {
  captureId: string
  title: string
  host: string
  url: string
  /** ISO 8601 UTC. */
  at: string
  where: Part
  before: string
  quote: string
  after: string
}

/** How far a search has come. */
export interface Progress {
  conversations: number
  total: number
  matches: number
  conversationsWithMatches: number
  first: readonly KeptMatch[]
  done: boolean
}

const MOST_SHOWN = 50
const CONTEXT = 60
/** The page draws and answers in between: no stretch of work is longer, in ms, but for one chunk of text. */
const SLICE = 12
/** UTF-16 code units scanned at a time. */
const CHUNK = 16_384

/** Looks for a rule in every kept answer and its reasoning, in slices, telling how far it is; ends early when aborted. */
export async function searchKept(rules: RuleSet, onProgress: (progress: Progress) => void, signal: AbortSignal): Promise<void> {
  const store = await openStore()
  const progress = { conversations: 0, total: await store.count('captures'), matches: 0, conversationsWithMatches: 0, done: false }
  const first: KeptMatch[] = []
  const breathe = breathing(() => onProgress({ ...progress, first: [...first] }))
  for await (const { capture } of eachCapture(store)) {
    const before = progress.matches
    for (const { message, where, text } of partsOf(capture)) {
      const findings = await scanInSlices(rules, text, where, message, breathe, signal)
      if (signal.aborted) return
      progress.matches += findings.length
      for (const finding of findings.slice(0, MOST_SHOWN - first.length)) first.push(matchOf(capture, message, text, finding))
    }
    progress.conversations++
    if (progress.matches > before) progress.conversationsWithMatches++
    await breathe()
    if (signal.aborted) return
  }
  onProgress({ ...progress, total: progress.conversations, first: [...first], done: true })
}

function partsOf({ messages }: Capture): { message: Message; where: Part; text: string }[] {
  return messages.filter(({ role }) => role === 'assistant').flatMap((message) => [
    ...(message.reasoning_content ? [{ message, where: 'trace' as const, text: message.reasoning_content }] : []),
    { message, where: 'answer' as const, text: message.content },
  ])
}

async function scanInSlices(rules: RuleSet, text: string, where: Part, { marks = [] }: Message, breathe: () => Promise<void>, signal: AbortSignal): Promise<Finding[]> {
  const scan = openScan(rules, where)
  for (let at = 0; at < text.length && !signal.aborted; at += CHUNK) {
    scan.append(text.slice(at, at + CHUNK))
    await breathe()
  }
  return scan.findings(marks)
}

function matchOf({ id, title, host, url }: Capture, message: Message, text: string, { where, start, end, quote }: Finding): KeptMatch {
  const before = start > CONTEXT ? `…${wholeWords(text.slice(start - CONTEXT, start))}` : text.slice(0, start)
  const after = text.length - end > CONTEXT ? `${text.slice(end, end + CONTEXT)}…` : text.slice(end)
  return { captureId: id, title: title ?? host, host, url, at: message.at, where, before, quote, after }
}

/** Without the end of a word it begins with, in scripts that part words by spaces. */
function wholeWords(text: string): string {
  return text.replace(/^\S{1,20}\s/, '')
}

/** Gives the page a turn once a slice is used up, telling it the news first. */
function breathing(tell: () => void): () => Promise<void> {
  let began = performance.now()
  return async () => {
    if (performance.now() - began < SLICE) return
    tell()
    await new Promise((resolve) => setTimeout(resolve))
    began = performance.now()
  }
}
