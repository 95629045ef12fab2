import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core'
import { build, type Rollup } from 'vite'
import type { Cold, scanBench } from './inPage'
import { median, print, significant } from './rounds'
import { literals, packOf, upTo, type Corpus } from './scanData'

const ROUNDS = 9
const STREAM_ROUNDS = 5
const SECONDS = 3
const EXECUTABLE = process.env.TELLTALE_CHROMIUM ?? '/usr/bin/chromium'

declare const globalThis: { scanBench: typeof scanBench }

/** The figures of a page: cold start, first scan of a long transcript, and streaming into it. */
export async function benchInChromium(corpus: Corpus): Promise<void> {
  const script = await bundle()
  const browser = await chromium.launch({ executablePath: EXECUTABLE, args: ['--no-sandbox', '--disable-gpu', '--enable-precise-memory-info'] })
  const name = `Chromium ${browser.version()}`
  try {
    await coldStart(browser, script, name, corpus)
    await transcript(browser, script, name, corpus)
  } finally {
    await browser.close()
  }
}

async function bundle(): Promise<string> {
  const output = await build({
    configFile: false, logLevel: 'error',
    build: { write: false, minify: false, lib: { entry: 'test/bench/inPage.ts', formats: ['iife'], name: 'inPage' } },
  }) as Rollup.RollupOutput[]
  return output[0]!.output[0].code
}

const ADDRESS = 'https://bench.test/'

/** A page whose clock counts in 5 microseconds, which Chromium only gives to cross-origin isolated pages. */
async function isolatedPage(context: BrowserContext, script: string): Promise<Page> {
  await context.route(ADDRESS, route => route.fulfill({
    contentType: 'text/html', body: '<!doctype html><body></body>',
    headers: { 'cross-origin-opener-policy': 'same-origin', 'cross-origin-embedder-policy': 'require-corp' },
  }))
  const page = await context.newPage()
  await page.goto(ADDRESS)
  await page.addScriptTag({ content: script })
  return page
}

/** A fresh page in a fresh context each time: nothing compiled, nothing warm. */
async function coldStart(browser: Browser, script: string, name: string, corpus: Corpus): Promise<void> {
  const texts = upTo(corpus.texts, 1_000_000)
  for (const count of [300, 2000]) {
    const pack = packOf(literals(corpus, count))
    const rounds: Cold[] = []
    for (let round = 0; round < ROUNDS; round++) {
      const context = await browser.newContext()
      const page = await isolatedPage(context, script)
      rounds.push(await page.evaluate(([rules, all]) => globalThis.scanBench.cold(rules, all), [pack, texts] as const))
      await context.close()
    }
    print({
      bench: 'scan', case: `cold start, ${count} rules: compiling against the first scan of 1 MB`, ours: significant(median(rounds.map(({ compile }) => compile))),
      peer: significant(median(rounds.map(({ firstScan }) => firstScan))), peerName: `our first scan, ${name}`,
      ratio: significant(median(rounds.map(({ compile, firstScan }) => compile / firstScan))), unit: 'ms', n: ROUNDS,
    })
  }
}

async function transcript(browser: Browser, script: string, name: string, corpus: Corpus): Promise<void> {
  const page = await isolatedPage(await browser.newContext(), script)
  const pack = packOf(literals(corpus, 300))
  await page.evaluate(all => globalThis.scanBench.fill(all), upTo(corpus.texts, 1_000_000))
  const first: { ours: number; peer: number }[] = []
  for (let round = 0; round < ROUNDS; round++) first.push(await page.evaluate(rules => globalThis.scanBench.wholePage(rules), pack))
  print({
    bench: 'scan', case: 'first scan of a 1 MB page, 300 rules', ours: significant(median(first.map(({ ours }) => ours))), peer: significant(median(first.map(({ peer }) => peer))),
    peerName: `one RegExp per rule, ${name}`, ratio: significant(median(first.map(({ ours, peer }) => peer / ours))), unit: 'ms', n: ROUNDS,
  })
  const start = corpus.texts.join('\n').slice(0, 10_000)
  for (const update of ['append', 'rerender'] as const) {
    const ours: number[] = []
    const empty: number[] = []
    for (let round = 0; round < STREAM_ROUNDS; round++) {
      empty.push(await timeInCallbacks(page, () => page.evaluate(([how, seconds, text]) => globalThis.scanBench.stream(null, how, seconds, text), [update, SECONDS, start] as const)))
      ours.push(await timeInCallbacks(page, () => page.evaluate(([rules, how, seconds, text]) => globalThis.scanBench.stream(rules, how, seconds, text), [pack, update, SECONDS, start] as const)))
    }
    print({
      bench: 'scan', case: `1 MB page, 100 updates a second, ${update === 'append' ? 'text added' : 'message rendered anew'}: time in our callbacks`, ours: significant(median(ours)), peer: significant(median(empty)),
      peerName: `an empty MutationObserver, ${name}`, ratio: significant(median(ours.map((value, i) => value / empty[i]!))), unit: 'ms a second', n: STREAM_ROUNDS,
    })
  }
}

interface TraceEvent {
  name: string
  dur?: number
  args?: { data?: { functionName?: string } }
}

/** Milliseconds a second in the callbacks of the watcher, by the browser's own trace: with what calling them takes. */
async function timeInCallbacks(page: Page, work: () => Promise<void>): Promise<number> {
  const session = await page.context().newCDPSession(page)
  const events: TraceEvent[] = []
  session.on('Tracing.dataCollected', ({ value }) => events.push(...value as unknown as TraceEvent[]))
  await session.send('Tracing.start', { transferMode: 'ReportEvents', traceConfig: { includedCategories: ['devtools.timeline'] } })
  await work()
  const complete = new Promise(done => session.once('Tracing.tracingComplete', done))
  await session.send('Tracing.end')
  await complete
  await session.detach()
  const calls = events.filter(({ name, args }) => name === 'FunctionCall' && args?.data?.functionName?.startsWith('scanBench'))
  return calls.reduce((sum, { dur }) => sum + (dur ?? 0), 0) / 1000 / SECONDS
}
