/** `npm run demo`: the built extension in a real Chromium, on a published chat UI and on a page under chat.deepseek.com. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { buildHosts } from '../hosts/build'
import { send } from '../hosts/pages'
import { siteResponder, sitePage } from '../hosts/sitePages'
import { formats, type ExportFormat } from '../../src/core/export/index'
import type { Page } from '../support/driver'
import { eventually, exportAs, openBench, openHost, openPopup, pause, rowsOf, waitForHighlight, type Bench, type Row } from '../e2e/telltale'
import { prompts, script } from './script'
import { textTable } from './table'

const out = resolve('out/demo')
const headed = process.argv.includes('--headed') || Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY)

/** Asks all three questions, each after the answer before it ended. */
async function talk(page: Page, ask: (prompt: string) => Promise<void>, lastWords: readonly string[]): Promise<void> {
  for (const [i, prompt] of prompts.entries()) {
    await ask(prompt)
    await page.waitFor((words: string) => document.body.innerText.includes(words), lastWords[i]!)
    await pause(600)
  }
}

const lastWords = ['look at first?', 'on all three.', 'do no harm.']

async function onPublishedUi(bench: Bench): Promise<Page> {
  console.log('1. A published chat UI (assistant-ui) streams from the scripted model.')
  const page = await openHost(bench, 'assistant-ui')
  await talk(page, (prompt) => send(page, 'assistant-ui', prompt), lastWords)
  await waitForHighlight(page, 'I am ChatGPT')
  const popup = await openPopup(bench.driver, page)
  // Nobody can know whose model a local program runs; the person says so, once.
  await popup.evaluate(() => {
    const choice = document.querySelector<HTMLSelectElement>('.expected-choice select')!
    choice.value = 'deepseek'
    choice.dispatchEvent(new Event('change', { bubbles: true }))
  })
  await eventually(() => bench.driver.badge(page), (badge) => badge === '2', 'two conflicts on the badge')
  await popup.close()
  return page
}

async function onDeepSeek(bench: Bench): Promise<Page> {
  console.log('2. A page under https://chat.deepseek.com/, served by request interception.')
  bench.driver.serve('chat.deepseek.com', siteResponder(await buildHosts(), bench.server.origin))
  const page = await bench.driver.openChat(sitePage.newChatUrl('deepseek'))
  await talk(page, (prompt) => sitePage.send(page, 'deepseek', prompt), lastWords)
  await eventually(() => bench.driver.badge(page), (badge) => badge === '2', 'two conflicts on the badge')
  return page
}

async function report(bench: Bench, page: Page, name: string): Promise<void> {
  await page.screenshot(join(out, `${name}-page.png`))
  const popup = await openPopup(bench.driver, page)
  const rows = await eventually(() => rowsOf(popup), (found) => found.length >= 2, 'both leaks in the popup')
  await popup.resize(400, 640)
  await popup.screenshot(join(out, `${name}-popup.png`))
  await popup.close()
  console.log(`\nThe popup, ${new URL(await page.url()).host}:\n${table(rows)}\n`)
}

function table(rows: readonly Row[]): string {
  return textTable(['count', 'kind', 'rule', 'says it is', 'phrase'], rows.map(({ count, kind, rule, identity, phrase }) => [count, kind, rule, identity ?? '', phrase]))
}

async function exportEverything(bench: Bench): Promise<void> {
  for (const format of Object.keys(formats) as ExportFormat[]) {
    const file = join(out, `telltale.${formats[format].extension}`)
    writeFileSync(file, await exportAs(bench.driver, format))
    console.log(`wrote ${file}`)
  }
}

async function main(): Promise<void> {
  rmSync(out, { recursive: true, force: true })
  mkdirSync(out, { recursive: true })
  const bench = await openBench('chromium', script, { headed })
  try {
    await report(bench, await onPublishedUi(bench), 'published-ui')
    await report(bench, await onDeepSeek(bench), 'deepseek')
    await exportEverything(bench)
    if (!headed) return
    console.log('\nThe browser stays open: ask the pages again, open the popup. Ctrl+C ends it.')
    await new Promise(() => undefined)
  } finally {
    await bench.close()
  }
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(`The demo failed: ${error instanceof Error ? error.message : String(error)}`)
    process.exit(1)
  },
)
