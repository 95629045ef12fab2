import { enormous, rewriting } from '../hosts/hostile'
import { virtualPage } from '../hosts/virtual/page'
import { builtExtension } from '../support/build'
import { launch, type Driver, type Page } from '../support/driver'
import { fromHtml } from '../support/respond'
import { significant } from './rounds'

const NODES = 100_000
const TURNS = 1000

/**
 * How the built extension bears big and restless pages, in Chromium. No other extension reads these pages, so there is
 * no peer; wall time on this machine, from the page being loaded, or being idle, to the first highlight.
 */
export async function bench(): Promise<void> {
  const hosts = { 'rewriting.example': fromHtml(rewriting), 'enormous.example': fromHtml(enormous(NODES)), 'long.example': virtualPage(TURNS), 'small.example': virtualPage(60) }
  const driver = await launch('chromium', { extensionDir: builtExtension('chromium'), hosts })
  try {
    await driver.grant(Object.keys(hosts).map((host) => `https://${host}/*`))
    // The first page pays for what the browser compiles once.
    await firstFlags(driver, 'https://small.example/', 25)
    say('first flags, 60-turn virtual list', await firstFlags(driver, 'https://small.example/', 25), 'ms after idle')
    say(`first flags, ${TURNS}-turn virtual list`, await firstFlags(driver, 'https://long.example/', 25), 'ms after idle')
    say(`first flags, ${NODES} elements`, await firstFlags(driver, 'https://enormous.example/', 0), 'ms after idle')
    await restless(driver)
    await scrolledThrough(driver)
  } finally {
    await driver.close()
  }
}

function say(name: string, value: number, unit: string): void {
  console.log(JSON.stringify({ bench: 'sites', case: name, ours: significant(value), peer: null, peerName: null, ratio: null, unit, n: 1 }))
}

/** Milliseconds from the load event to the first highlight, after bringing the nth pair of a virtual list into view. */
async function firstFlags(driver: Driver, url: string, pair: number): Promise<number> {
  const page = await driver.openChat(url)
  const shown = await page.evaluate(async (at: number) => {
    if (document.readyState !== 'complete') await new Promise((loaded) => addEventListener('load', loaded, { once: true }))
    const scroller = document.querySelector('#scroller')
    if (scroller) scroller.scrollTop = at * 2 * 75
    await new Promise((idle) => requestIdleCallback(idle))
    const began = performance.now()
    while (![...CSS.highlights.values()].some((highlight) => highlight.size > 0) && performance.now() - began < 60_000) await new Promise((soon) => setTimeout(soon, 5))
    return performance.now() - began
  }, pair)
  await page.close()
  return shown
}

/** How often a page that rewrites itself all the time gets to do so, with us reading it. */
async function restless(driver: Driver): Promise<void> {
  const page = await driver.openChat('https://rewriting.example/')
  const rate = await page.evaluate(async () => {
    const at = () => (window as unknown as { rewrites: number }).rewrites
    await new Promise((soon) => setTimeout(soon, 2000))
    const before = at()
    await new Promise((soon) => setTimeout(soon, 5000))
    return (at() - before) / 5
  })
  say('rewrites while being read', rate, 'rewrites/s')
  await page.close()
}

async function scrolledThrough(driver: Driver): Promise<void> {
  const page = await driver.openChat('https://long.example/')
  await page.waitFor(() => document.querySelectorAll('.row').length > 4)
  const longest = await page.evaluate(async () => {
    const scroller = document.querySelector('#scroller')!
    let worst = 0
    while (scroller.scrollTop + scroller.clientHeight < scroller.scrollHeight - 2) {
      scroller.scrollTop += scroller.clientHeight * 0.7
      const began = performance.now()
      await new Promise((soon) => setTimeout(soon, 200))
      worst = Math.max(worst, performance.now() - began - 200)
    }
    return worst
  })
  say(`scrolling through ${TURNS} turns, longest hold-up of the page`, longest, 'ms')
  say(`memory of the page's process after ${TURNS} turns`, await heap(page), 'MB')
  await page.close()
}

/** Megabytes of script heap that the page and the scripts in it hold, as the browser tells the page. */
function heap(page: Page): Promise<number> {
  return page.evaluate(() => (performance as unknown as { memory: { usedJSHeapSize: number } }).memory.usedJSHeapSize / 1e6)
}
