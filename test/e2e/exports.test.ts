import Papa from 'papaparse'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildHosts } from '../hosts/build'
import { siteResponder, sitePage } from '../hosts/sitePages'
import type { BrowserName } from '../support/browsers'
import { eventually, exportAs, keptCaptures, openBench, type Bench } from './telltale'

const hostile = [
  'I am ChatGPT, trained by OpenAI.',
  '=cmd()|calc!A1 and +1 and @SUM(1)',
  'Raw <img src=x onerror="window.pwned=1"> and </script><script>window.pwned=1</script> here.',
  '[click](javascript:alert(1)) ![x](https://evil.example/x.png) # not a heading',
].join('\n\n')

describe.each<BrowserName>(['chromium', 'firefox'])('exports of a hostile answer, in %s', (browser) => {
  let bench: Bench

  beforeAll(async () => {
    bench = await openBench(browser, [{ answer: hostile }])
    bench.driver.serve('chat.deepseek.com', siteResponder(await buildHosts(), bench.server.origin))
    const page = await bench.driver.openChat(sitePage.newChatUrl('deepseek'))
    await sitePage.send(page, 'deepseek', '=who() are you?')
    await eventually(() => keptCaptures(bench.driver), ([capture]) => capture?.messages[1]?.content.includes('not a heading') === true, 'the capture')
  })
  afterAll(() => bench?.close())

  it('JSON Lines hold the text as the page showed it', async () => {
    const [capture] = await keptCaptures(bench.driver)
    expect(capture!.messages[1]!.content).toContain('</script><script>window.pwned=1</script>')
    expect(capture!.messages[0]!.content).toBe('=who() are you?')
  })

  it('CSV has one row for each finding and no cell a spreadsheet would run', async () => {
    const [capture] = await keptCaptures(bench.driver)
    const { data, errors } = Papa.parse<Record<string, string>>(await exportAs(bench.driver, 'csv'), { header: true, skipEmptyLines: true })
    expect(errors).toEqual([])
    // A claim stands beside the findings it is made of; one without any has a row of its own.
    const alone = capture!.claims.filter((claim) => !capture!.findings.some((found) => found.turn === claim.turn && found.start < claim.end && claim.start < found.end))
    expect(data).toHaveLength(capture!.findings.length + alone.length)
    expect(capture!.findings.length).toBeGreaterThan(0)
    expect(data.flatMap((row) => Object.values(row)).filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([])
    expect(data.some((row) => Object.values(row).includes('I am ChatGPT, trained by OpenAI.'))).toBe(true)
  })

  it('the HTML report marks the phrase and holds nothing that runs', async () => {
    const html = await exportAs(bench.driver, 'html')
    const page = await bench.driver.openChat('https://report.example/', () => ({ contentType: 'text/html; charset=utf-8', body: html }))
    const found = await page.evaluate(() => ({
      pwned: 'pwned' in globalThis,
      scripts: document.querySelectorAll('script, iframe, object, embed, img, link, [src]').length,
      handlers: [...document.querySelectorAll('*')].flatMap((element) => [...element.attributes]).filter(({ name }) => name.startsWith('on')).length,
      links: [...document.querySelectorAll('a')].map((link) => link.protocol).filter((protocol) => !/^https?:$/.test(protocol)),
      marked: [...document.querySelectorAll('mark')].map((mark) => mark.textContent ?? '').join('\n'),
      shown: document.body.textContent,
    }))
    await page.close()
    expect(found).toMatchObject({ pwned: false, scripts: 0, handlers: 0, links: [] })
    expect(found.marked).toContain('I am ChatGPT')
    expect(found.shown).toContain('onerror="window.pwned=1"')
  })

  it('Markdown carries no link, image, heading or markup of the answer', async () => {
    const markdown = await exportAs(bench.driver, 'markdown')
    expect(markdown).toContain('I am ChatGPT')
    expect(outsideCode(markdown)).not.toMatch(/\]\(javascript|!\[x\]|<script|<img|^# not/m)
  })
})

/** What a Markdown reader does not take literally: the text without fenced blocks and code spans. */
function outsideCode(markdown: string): string {
  return markdown.replace(/^(`{3,}).*\n[\s\S]*?\n\1`*$/gm, '').replace(/(`+)[^`][\s\S]*?\1/g, '')
}
