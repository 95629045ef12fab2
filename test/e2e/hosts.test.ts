import { fileURLToPath } from 'node:url'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { buildHosts } from '../hosts/build'
import { hostPages, send, type HostName } from '../hosts/pages'
import { siteHosts, sitePage } from '../hosts/sitePages'
import { templates, type SiteName } from '../hosts/sites/templates'
import type { BrowserName } from '../support/browsers'
import { launch, type Driver, type Page } from '../support/driver'
import { until } from '../support/expression'
import { fromDirectory } from '../support/respond'
import type { Script } from '../support/script'
import { startServer, type FakeServer } from '../support/server'

// The stage itself: what the other tests take for granted of these pages, without the extension in play.
const probeExtension = fileURLToPath(new URL('../support/probe-extension', import.meta.url))
const script: Script = [
  { match: 'first', trace: 'A thought before speaking.', answer: 'One, two, three **and** four.', holdAfter: 'three' },
  { match: 'first', answer: 'Another answer altogether.' },
  { match: 'withdraw', answer: 'Something that is taken back.', withdrawn: true },
  { answer: 'Quite so.' },
]

/** All text of the page, open shadow roots included, as a reader of the DOM finds it. */
const pageText = () => {
  const textOf = (node: Node): string =>
    node instanceof Element && (/^(?:SCRIPT|STYLE|NAV|TEXTAREA|TITLE)$/.test(node.tagName) || node.hasAttribute('hidden')) ? ''
      : [...(node instanceof Element && node.shadowRoot ? [node.shadowRoot] : []), ...node.childNodes].map(textOf).join('') + (node instanceof Text ? node.data : '')
  return textOf(document.body).replace(/\s+/g, ' ')
}
const says = (page: Page, text: string) => until(async () => (await page.evaluate(pageText)).includes(text), `the page to say ${JSON.stringify(text)}`)

describe.each<BrowserName>(['chromium', 'firefox'])('host pages in %s', browser => {
  let driver: Driver
  let server: FakeServer
  let page: Page

  beforeAll(async () => {
    const built = await buildHosts()
    server = await startServer(script, { delay: 2 })
    server.mount('/hosts/', fromDirectory(built))
    driver = await launch(browser, { extensionDir: probeExtension, hosts: siteHosts(built, server.origin) })
  })
  afterEach(() => page.close())
  afterAll(async () => {
    await driver?.close()
    await server?.close()
  })

  it.each(Object.keys(hostPages) as HostName[])('%s streams, stands still, ends, and answers again', async name => {
    server.script(script)
    page = await driver.openChat(server.origin + hostPages[name].path)
    await send(page, name, 'The first prompt')
    await server.held()
    await says(page, 'One, two, three')
    expect(await page.evaluate(pageText)).not.toContain('four')
    expect((await page.evaluate(pageText)).includes('A thought before speaking.')).toBe(hostPages[name].trace === 'shown')
    server.release()
    await says(page, 'four.')
    await send(page, name, 'More')
    await says(page, 'Quite so')
    expect(server.asked).toEqual(['The first prompt', 'More'])
  })

  it('flowise-embed shows a trace while the model thinks', async () => {
    server.script([{ trace: 'A thought that takes its time.', answer: 'Done.', holdAfter: 'takes' }])
    page = await driver.openChat(server.origin + hostPages['flowise-embed'].path)
    await send(page, 'flowise-embed', 'Think')
    await server.held()
    await says(page, 'A thought that takes')
    server.release()
    await says(page, 'Done.')
    expect(await page.evaluate(pageText)).not.toContain('A thought')
  })

  it.each(Object.keys(templates) as SiteName[])('%s streams, regenerates, edits, withdraws and navigates', async site => {
    server.script(script)
    page = await driver.openChat(sitePage.newChatUrl(site))
    await sitePage.send(page, site, 'The first prompt')
    await server.held()
    await says(page, 'One, two, three')
    server.release()
    await says(page, 'three and four')
    const first = await page.url()
    expect(first).toMatch(/[0-9a-f-]{16,}$/)
    await sitePage.regenerate(page, site)
    await says(page, 'Another answer altogether.')
    await sitePage.edit(page, site, 'Something else')
    await says(page, 'Quite so.')
    expect(await page.evaluate(pageText)).not.toMatch(/first prompt|Another answer/)
    await sitePage.newChat(page)
    await sitePage.send(page, site, 'Please withdraw')
    await says(page, templates[site].apology)
    expect(await page.evaluate(pageText)).not.toContain('taken back')
    await sitePage.openConversation(page, 2)
    await says(page, 'Something else')
    expect(await page.url()).toBe(first)
    await page.reload()
    await says(page, 'Quite so.')
    await page.back()
    await says(page, 'Please withdraw')
  })

  it('deepseek unmounts turns far from the screen and mounts them again', async () => {
    server.script([{ answer: 'Line after line.\n\n'.repeat(12) }])
    page = await driver.openChat(sitePage.newChatUrl('deepseek'))
    for (const n of [1, 2, 3, 4, 5]) {
      await sitePage.send(page, 'deepseek', `Prompt number ${n}`)
      await page.waitFor(() => document.querySelector('.ds-button--primary.ds-button--circle') !== null)
    }
    await page.waitFor(() => !document.querySelector<HTMLElement>('main')!.innerText.includes('Prompt number 1'))
    await sitePage.scroll(page, 'deepseek', 0)
    await page.waitFor(() => document.querySelector<HTMLElement>('main')!.innerText.includes('Prompt number 1'))
    await page.waitFor(() => !document.querySelector<HTMLElement>('main')!.innerText.includes('Prompt number 5'))
    expect(server.asked).toHaveLength(5)
  })
})
