/** What runs inside Chromium: bundled, and called by scanChromium.ts through `globalThis.scanBench`. */
import { compileRules } from '../../src/core/rules/compile'
import type { RulePack } from '../../src/core/rules/language'
import { openScan, scanText, type ScanStream } from '../../src/core/rules/scan'

export interface Cold {
  compile: number
  firstScan: number
  secondScan: number
}

/** Milliseconds of compiling the rules and scanning the texts, for the first time in this page. */
function cold(pack: RulePack, texts: string[]): Cold {
  const begin = performance.now()
  const rules = compileRules([pack])
  const compiled = performance.now()
  for (const text of texts) scanText(rules, text, { where: 'answer' })
  const first = performance.now()
  for (const text of texts) scanText(rules, text, { where: 'answer' })
  return { compile: compiled - begin, firstScan: first - compiled, secondScan: performance.now() - first }
}

/** A transcript of the texts, one article each. */
function fill(texts: string[]): void {
  document.body.innerHTML = '<main></main>'
  const style = document.createElement('style')
  style.textContent = 'article { content-visibility: auto; contain-intrinsic-size: 100px }'
  document.head.append(style)
  for (const text of texts) document.querySelector('main')!.append(article(text))
}

function article(text: string): HTMLElement {
  const element = document.createElement('article')
  element.append(...text.split('\n').map(line => Object.assign(document.createElement('p'), { textContent: line })))
  return element
}

/** Milliseconds of reading and scanning the whole page: by us, and with one RegExp for each rule. */
function wholePage(pack: RulePack): { ours: number; peer: number } {
  const rules = compileRules([pack])
  const phrases = pack.rules.map(rule => (rule as { phrase: string }).phrase)
  const expressions = phrases.map(phrase => new RegExp(`\\b${phrase.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')}\\b`, 'gi'))
  const ours = timed(() => {
    for (const element of document.querySelectorAll('article')) scanText(rules, element.textContent, { where: 'answer' })
  })
  let found = 0
  const peer = timed(() => {
    for (const element of document.querySelectorAll('article')) {
      for (const expression of expressions) found += [...element.textContent.matchAll(expression)].length
    }
  })
  if (found < 0) throw new Error('the expressions were not tried')
  return { ours, peer }
}

function timed(work: () => void): number {
  const begin = performance.now()
  work()
  return performance.now() - begin
}

type Update = 'append' | 'rerender'

/** Streams into the last message, 100 updates a second, while we look on. */
async function stream(pack: RulePack | null, update: Update, seconds: number, start: string): Promise<void> {
  const last = article(start)
  document.querySelector('main')!.append(last)
  const watching = pack ? watcher(pack, last) : emptyWatcher()
  const tail = last.lastElementChild!
  let shown = start
  await every(10, seconds * 100, i => {
    const words = i % 20 ? ' and so on' : ' As an AI model, I go on.'
    shown += words
    if (update === 'append') tail.append(words)
    else last.replaceChildren(...article(shown).childNodes)
  })
  watching.stop()
  last.remove()
}

interface Watch {
  stop(): void
}

/**
 * An observer that only marks, and a tick that reads the marked message and goes on from where it was. While its blocks stay
 * the same elements only the last is read; a message that is rendered anew is read whole. Its callbacks are known by their names.
 */
function watcher(pack: RulePack, last: Element): Watch {
  const rules = compileRules([pack])
  let scan: ScanStream = openScan(rules, 'answer')
  let [source, seen, dirty] = [last.lastElementChild!, '', true]
  function scanBenchTick(): void {
    if (!dirty) return
    dirty = false
    if (source !== last && source !== last.lastElementChild) source = last
    const text = source.textContent
    if (!text.startsWith(seen)) [scan, seen] = [openScan(rules, 'answer'), '']
    scan.append(text.slice(seen.length))
    seen = text
    scan.findings()
  }
  function scanBenchObserved(): void {
    dirty = true
  }
  return watch(scanBenchObserved, setInterval(scanBenchTick, 100))
}

function emptyWatcher(): Watch {
  function scanBenchObserved(): void {}
  return watch(scanBenchObserved)
}

function watch(observed: () => void, timer?: ReturnType<typeof setInterval>): Watch {
  const observer = new MutationObserver(observed)
  observer.observe(document.body, { subtree: true, childList: true, characterData: true })
  return { stop: () => { observer.disconnect(); clearInterval(timer) } }
}

function every(ms: number, times: number, work: (i: number) => void): Promise<void> {
  return new Promise(done => {
    let i = 0
    const timer = setInterval(() => {
      work(i++)
      if (i < times) return
      clearInterval(timer)
      setTimeout(done, 150)
    }, ms)
  })
}

export const scanBench = { cold, fill, wholePage, stream }
Object.assign(globalThis, { scanBench })
