import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { parsePack } from '../../src/core/rules/index'
import { send } from '../hosts/pages'
import { conversation, keep } from '../screenshots/seed'
import type { BrowserName } from '../support/browsers'
import type { Page } from '../support/driver'
import { eventually, highlighted, openBench, openHost, openPopup, pause, rowsOf, waitForHighlight, type Bench } from './telltale'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const script = [
  { match: 'tea', answer: 'Kindly allow the leaves to rest for four minutes. A quiet kettle makes the better tea.' },
  { answer: 'Then a quiet kettle it is. Pour slowly.' },
]
const packFile = (version: string, rules: object[], id = 'lab') => JSON.stringify({ format: 'telltale-rules/1', id, version, name: 'Lab openers', family: 'custom', rules }, null, 1)

describe.each<BrowserName>(['chromium', 'firefox'])('a person’s own rules, in %s', (browser) => {
  let bench: Bench
  let rules: Page
  const pages: Page[] = []
  const open = async (view: string) => {
    const page = await bench.driver.openExtensionPage(`src/dashboard/index.html#/${view}`)
    pages.push(page)
    await page.waitFor(() => document.querySelector('.view-head') !== null)
    return page
  }
  const count = (page: Page, selector: string) => page.evaluate((css: string) => document.querySelectorAll(css).length, selector)
  const texts = (page: Page, selector: string) => page.evaluate((css: string) => [...document.querySelectorAll<HTMLElement>(css)].map((one) => one.innerText), selector)
  const ownPacks = () => texts(rules, '.pack-card:has([data-do="remove"]) > .switch-row')

  beforeAll(async () => {
    bench = await openBench(browser, script)
  })
  afterEach(async () => {
    for (const page of pages.splice(0)) await page.close()
  })
  afterAll(() => bench?.close())

  it('a pack is picked, refused with line and rule, updated after it was compared, removed and brought back', async () => {
    rules = await open('rules')
    await pick(rules, 'openers.json', packFile('1.0.0', [{ id: 'lab.a', phrase: 'kindly allow' }, { id: 'lab.b', phrase: 'by your command' }, { id: 'lab.c', phrase: 'pour slowly' }]))
    await rules.waitFor(() => document.querySelector('[data-import="done"]') !== null)
    expect(await ownPacks()).toEqual(['Lab openers'])

    await pick(rules, 'wrong.json', packFile('2.0.0', [{ id: 'lab.a', phrase: 'kindly allow' }, { id: 'lab.z', regex: '(a)\\1' }]))
    await rules.waitFor(() => document.querySelector('[data-import="refused"]') !== null)
    const [refusal] = await texts(rules, '[data-import="refused"]')
    expect(refusal).toMatch(/wrong\.json was not imported[^]*line 12 · lab\.z[^]*back-references/)

    await pick(rules, 'openers-2.json', packFile('1.1.0', [{ id: 'lab.a', phrase: 'kindly allow', severity: 'high' }, { id: 'lab.c', phrase: 'pour slowly' }, { id: 'lab.d', phrase: 'gladly' }]))
    await rules.waitFor(() => document.querySelector('[data-import="asking"]') !== null)
    expect((await texts(rules, '[data-import="asking"]'))[0]).toContain('1.0.0 → 1.1.0')
    expect((await texts(rules, '[data-change]')).map((text) => text.replace(/\s+/g, ' ').trim())).toEqual(['Added: 1 “gladly” lab.d', 'Removed: 1 “by your command” lab.b', 'Changed: 1 “kindly allow” lab.a severity high'])
    expect((await texts(rules, '.pack-card[data-pack="lab"] .pack-facts'))[0]).toContain('1.0.0')
    await rules.click('[data-do="apply"]')
    await eventually(() => texts(rules, '.pack-card[data-pack="lab"] .pack-facts'), ([facts]) => facts?.includes('1.1.0') === true, 'the new version')

    await rules.click('.pack-card[data-pack="lab"] [data-do="remove"]')
    await eventually(ownPacks, (packs) => packs.length === 0, 'no pack')
    await rules.click('[data-do="undo"]')
    await eventually(ownPacks, (packs) => packs.length === 1, 'the pack again')
  })

  it('a hostile file is refused and the page goes on', async () => {
    rules = await open('rules')
    const many = `[${Array.from({ length: 100_000 }, (_, i) => `{"id":"h.${i}","regex":"(a+)+${'x'.repeat(60)}$"}`).join(',')}]`
    for (const hostile of [`{"format":"telltale-rules/1","rules":${many}}`, '['.repeat(1_000_000), '{"__proto__":{"x":1},"rules":[{"__proto__":null}]}', 'no JSON at all']) {
      await pick(rules, 'hostile.json', hostile)
      await rules.waitFor(() => document.querySelector('[data-import="refused"]') !== null)
      await rules.click('[data-import="refused"] > button')
      await rules.waitFor(() => document.querySelector('[data-import="refused"]') === null)
    }
    expect(await ownPacks()).toEqual(['Lab openers'])
  })

  it('a file dropped anywhere is imported, and what is exported can be imported again', async () => {
    rules = await open('rules')
    await drop(rules, 'dropped.json', packFile('1.0.0', [{ id: 'other.a', phrase: 'something else' }], 'other'))
    await rules.waitFor(() => document.querySelector('.pack-card[data-pack="other"]') !== null)
    for (const [id, own] of [['other', true], ['artefacts', false]] as const) {
      const saved = await rules.download(() => rules.click(`.pack-card[data-pack="${id}"] [data-do="export"]`))
      expect(saved.name).toBe(`telltale-rules-${id}-1.0.0.json`)
      const parsed = parsePack(Buffer.from(saved.bytes).toString())
      expect(parsed).toMatchObject({ ok: true, pack: { id } })
      if (!own && parsed.ok) expect(parsed.pack.rules.every((rule) => rule.source && rule.examples)).toBe(true)
    }
    await rules.click('.pack-card[data-pack="other"] [data-do="remove"]')
  })

  it('a rule is tried on a pasted text and on what was kept, refused at its place, saved, edited and deleted', async () => {
    const workbench = await open('workbench')
    await keep(workbench, [1, 2, 3].map((n) => conversation('chat.example', n, `I am ChatGPT. <b>${n}</b> A quiet kettle.`)))
    await workbench.type('[name="phrase"]', 'quiet kettle')
    await workbench.type('[name="pasted"]', 'A <b>Quiet Kettle</b> and a disquiet kettle.')
    await eventually(() => texts(workbench, '.marked mark'), (marks) => marks.join() === 'Quiet Kettle', 'one mark')
    expect(await texts(workbench, '.marked')).toEqual(['A <b>Quiet Kettle</b> and a disquiet kettle.'])
    await eventually(() => texts(workbench, '[data-kept="still"] .kept mark'), (marks) => marks.length === 3, 'three kept matches')
    expect((await texts(workbench, '.kept .snippet')).every((text) => /I am ChatGPT\. <b>\d<\/b> A quiet kettle\./.test(text))).toBe(true)
    expect(await workbench.evaluate(() => document.querySelector<HTMLAnchorElement>('.kept a')?.href)).toMatch(/^https:\/\/chat\.example\/chat\//)

    await choose(workbench, 'regex')
    await workbench.type('[name="regex"]', 'quiet (?=kettle)')
    await eventually(() => texts(workbench, '.at-place mark'), (marks) => marks.join() === '(', 'the place')
    expect(await count(workbench, '[data-do="save"]:disabled')).toBe(1)
    await choose(workbench, 'phrase')
    await workbench.click('[data-do="save"]')
    await eventually(() => texts(workbench, '.own-rules .words'), (words) => words.join() === '“quiet kettle”', 'the saved rule')

    await workbench.click('.own-rules a')
    await workbench.waitFor(() => document.querySelector<HTMLInputElement>('[name="phrase"]')?.value === 'quiet kettle')
    await workbench.type('[name="phrase"]', 's')
    await workbench.click('[data-do="save"]')
    await eventually(() => texts(workbench, '.own-rules .words'), (words) => words.join() === '“quiet kettles”', 'the rule as edited, and no second one')
    await workbench.click('.own-rules [data-do="delete"]')
    await workbench.waitFor(() => document.querySelector('.own-rules .rule') === null)
  })

  it('everything is labelled, in good contrast, and fits a narrow window', async () => {
    rules = await open('rules')
    await pick(rules, 'wrong.json', packFile('2.0.0', [{ id: 'lab.z', regex: '(a)\\1' }]))
    await pick(rules, 'again.json', packFile('3.0.0', [{ id: 'lab.new', phrase: 'n'.repeat(200) }]))
    await rules.waitFor(() => document.querySelector('[data-import="refused"]') && document.querySelector('[data-import="asking"]'))
    await rules.click('.pack-card[data-pack="artefacts"] summary')
    await rules.waitFor(() => document.querySelector('.pack-card[data-pack="artefacts"] .rule') !== null)
    const workbench = await open('workbench')
    await choose(workbench, 'regex')
    await workbench.type('[name="regex"]', 'a**')
    await workbench.waitFor(() => document.querySelector('.at-place') !== null)
    for (const page of [rules, workbench]) {
      expect(await faultsOf(page)).toEqual([])
      await page.resize(320, 700)
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
    }
  })

  it('a rule saved or switched, and a pack imported or removed, is seen in a chat that is already open', async () => {
    const chat = await openHost(bench, 'deep-chat')
    pages.push(chat)
    await send(chat, 'deep-chat', 'How do I make tea?')
    await waitForHighlight(chat, 'Kindly allow')
    await chat.waitFor(() => document.querySelector('deep-chat')?.shadowRoot?.textContent?.includes('better tea.'))
    await send(chat, 'deep-chat', 'And then?')
    await waitForHighlight(chat, 'Pour slowly')
    const marks = async () => (await highlighted(chat)).map((text) => text.toLowerCase()).sort()
    const become = (wanted: string[], what: string) => eventually(marks, (now) => JSON.stringify(now) === JSON.stringify(wanted), what)

    const workbench = await open('workbench')
    await workbench.type('[name="phrase"]', 'quiet kettle')
    await workbench.click('[data-do="save"]')
    await become(['kindly allow', 'pour slowly', 'quiet kettle', 'quiet kettle'], 'the saved rule, in both answers')
    const popup = await openPopup(bench.driver, chat)
    pages.push(popup)
    const counted = async () => (await rowsOf(popup)).map(({ phrase, rule, count }) => `${rule} ${phrase} ${count}`)
    const all = ['custom.quiet-kettle quiet kettle 2', 'lab.a Kindly allow 1', 'lab.c Pour slowly 1']
    await eventually(counted, (rows) => rows.toSorted().join() === all.join(), 'every phrase in the popup')
    await workbench.click('.own-rules .switch')
    await become(['kindly allow', 'pour slowly'], 'the rule switched off')
    // The conversation is kept anew without that rule, and the popup reads the counts again.
    await pause(3000)
    expect((await counted()).toSorted()).toEqual(all)
    await workbench.click('.own-rules .switch')
    await become(['kindly allow', 'pour slowly', 'quiet kettle', 'quiet kettle'], 'the rule switched on')
    expect(await texts(popup, '.packs > [data-pack="lab"], .packs > [data-pack="custom"]')).toHaveLength(2)

    rules = await open('rules')
    await rules.click('.pack-card[data-pack="lab"] [data-do="remove"]')
    await become(['quiet kettle', 'quiet kettle'], 'the pack removed')
    await rules.click('.pack-card[data-pack="custom"] > .switch-row .switch')
    await become([], 'the pack switched off')
    expect((await counted()).toSorted()).toEqual(all)
  })
})

/** What axe finds gravely wrong. */
async function faultsOf(page: Page): Promise<unknown[]> {
  await page.evaluate((source: string) => void (0, eval)(source), axe)
  const violations = await page.evaluate(async () => (await (globalThis as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run()).violations)
  return violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id, nodes }) => [id, nodes[0]?.html])
}

/** Gives a file to the picker, as choosing it in the browser's dialogue would. */
function pick(page: Page, name: string, text: string): Promise<void> {
  return page.evaluate((called: string, content: string) => {
    const held = new DataTransfer()
    held.items.add(new File([content], called, { type: 'application/json' }))
    const input = document.querySelector<HTMLInputElement>('input[type="file"]')!
    input.files = held.files
    input.dispatchEvent(new Event('change', { bubbles: true }))
  }, name, text)
}

/** Drops a file on the middle of the page. */
function drop(page: Page, name: string, text: string): Promise<void> {
  return page.evaluate((called: string, content: string) => {
    const held = new DataTransfer()
    held.items.add(new File([content], called, { type: 'application/json' }))
    for (const type of ['dragover', 'drop']) document.querySelector('.rules-view')!.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer: held }))
  }, name, text)
}

/** Chooses a kind of rule by the keyboard's way in: its radio button. */
function choose(page: Page, kind: string): Promise<void> {
  return page.evaluate((value: string) => document.querySelector<HTMLInputElement>(`input[name="kind"][value="${value}"]`)!.click(), kind)
}
