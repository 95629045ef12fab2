import { commands } from 'vitest/browser'
import type { SavedPage } from '../../support/savedPages'
import type { Reading } from '../../../src/sites'

declare module 'vitest/browser' {
  interface BrowserCommands {
    savedPages(): Promise<SavedPage[]>
    savedPage(host: string, n: string): Promise<string>
  }
}

const QUIET = '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; style-src \'unsafe-inline\'">'

/** Shows markup in a frame that runs no script and fetches nothing; resolves to its laid-out document. */
export async function show(html: string): Promise<{ document: Document; close: () => void }> {
  const frame = document.createElement('iframe')
  frame.setAttribute('sandbox', 'allow-same-origin')
  frame.style.cssText = 'width:1200px;height:900px'
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }))
  frame.srcdoc = QUIET + html
  document.body.append(frame)
  await loaded
  return { document: frame.contentDocument!, close: () => frame.remove() }
}

export const savedPages = (): Promise<SavedPage[]> => commands.savedPages()
export const savedPage = (page: SavedPage): Promise<string> => commands.savedPage(page.host, page.n)

/** The comparison rule of the data: no white space, first 80 code points. */
export function key80(text: string): string {
  return [...text.replace(/[\s\u200b]+/gu, '')].slice(0, 80).join('')
}

/** What is wrong with a reading of a saved page, in words; empty when it is right. */
export function mistakes(page: SavedPage, reading: Reading): string[] {
  const found: string[] = []
  if (reading.turns.length !== page.turns.length) found.push(`${reading.turns.length} turns instead of ${page.turns.length}`)
  page.turns.forEach((expected, i) => {
    const turn = reading.turns[i]
    if (!turn) return
    if (turn.role !== expected.role) found.push(`turn ${i} is ${turn.role}`)
    else if (key80(turn.answer) !== expected.key80 && !page.ambiguous[i]) found.push(`turn ${i} reads ${key80(turn.answer)}`)
  })
  for (const label of page.mustNotAppear) {
    if (reading.turns.some((turn) => turn.role === 'assistant' && turn.answer.includes(label))) found.push(`"${label}" in an answer`)
  }
  return found
}
