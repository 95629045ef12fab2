import { readFile, writeFile } from 'node:fs/promises'
import { evaluate as evaluateIn, type Bidi } from './bidi'
import type { Download, Page, Which } from './driver'
import { callExpression, until } from './expression'

// Private-use code points by which WebDriver names keys without a character.
const keys: Record<string, string> = {
  Enter: '\uE007', Escape: '\uE00C', Tab: '\uE004', Backspace: '\uE003', Delete: '\uE017', Home: '\uE011', End: '\uE010',
  ArrowLeft: '\uE012', ArrowUp: '\uE013', ArrowRight: '\uE014', ArrowDown: '\uE015', PageUp: '\uE00E', PageDown: '\uE00F',
}

/** A window of its own for each page: a tab behind another would be hidden, and its timers slowed. */
export async function openFirefoxPage(bidi: Bidi, url: string, viewport: { width: number; height: number }): Promise<Page> {
  const { context } = await bidi.send<{ context: string }>('browsingContext.create', { type: 'window' })
  const page = firefoxPage(bidi, context)
  await page.resize(viewport.width, viewport.height)
  await page.goto(url)
  return page
}

function firefoxPage(bidi: Bidi, context: string): Page {
  const evaluate: Page['evaluate'] = async (fn, ...args) => (await evaluateIn(bidi, context, callExpression(fn, args))) as never
  const waitFor: Page['waitFor'] = (fn, ...args) => until(() => evaluate(fn, ...args), fn.toString())
  const act = (actions: object[]) => bidi.send('input.performActions', { context, actions })
  const click = async (selector: string, which: Which = 'first') => {
    const { x, y } = await until(() => evaluate(centreOf, selector, which), `an element to click at ${selector}`)
    const pointer = [{ type: 'pointerMove', x, y }, { type: 'pointerDown', button: 0 }, { type: 'pointerUp', button: 0 }]
    await act([{ type: 'pointer', id: 'mouse', actions: pointer }])
  }
  const strike = (text: readonly string[]) =>
    act([{ type: 'key', id: 'keyboard', actions: text.flatMap(value => [{ type: 'keyDown', value }, { type: 'keyUp', value }]) }])
  return {
    evaluate,
    waitFor,
    url: () => evaluate(() => location.href),
    goto: async url => void (await bidi.send('browsingContext.navigate', { context, url, wait: 'interactive' })),
    reload: async () => void (await bidi.send('browsingContext.reload', { context, wait: 'interactive' })),
    back: async () => void (await bidi.send('browsingContext.traverseHistory', { context, delta: -1 })),
    click,
    type: async (selector, text) => {
      await click(selector)
      await strike(Array.from(text, character => (character === '\n' ? keys.Enter! : character)))
    },
    press: async key => void (await strike([keys[key] ?? key])),
    screenshot: async path => {
      const { data } = await bidi.send<{ data: string }>('browsingContext.captureScreenshot', { context })
      await writeFile(path, data, 'base64')
    },
    download: action => download(bidi, context, action),
    resize: async (width, height) => void (await bidi.send('browsingContext.setViewport', { context, viewport: { width, height } })),
    close: async () => void (await bidi.send('browsingContext.close', { context })),
  }
}

interface DownloadEvent { context: string; suggestedFilename?: string; status?: string; filepath?: string }

async function download(bidi: Bidi, context: string, action: () => Promise<void>): Promise<Download> {
  let name = ''
  const saved = new Promise<string>((resolve, reject) => {
    bidi.on('browsingContext.downloadWillBegin', (event: DownloadEvent) => {
      if (event.context === context) name = event.suggestedFilename ?? ''
    })
    bidi.on('browsingContext.downloadEnd', (event: DownloadEvent) => {
      if (event.context !== context) return
      if (event.filepath) resolve(event.filepath)
      else reject(new Error(`The download ended as ${event.status}`))
    })
  })
  await action()
  const path = await saved
  return { name, bytes: await readFile(path) }
}

/** Runs in the page: the middle of the match that can be clicked, scrolled into view; null while there is none. */
function centreOf(selector: string, which: Which): { x: number; y: number } | null {
  const rootsUnder = (node: ParentNode): ParentNode[] =>
    [node, ...[...node.querySelectorAll('*')].flatMap(element => (element.shadowRoot ? rootsUnder(element.shadowRoot) : []))]
  const inRoots = (scope: ParentNode, css: string) => rootsUnder(scope).flatMap(root => [...root.querySelectorAll(css)])
  // A selector whose ancestors are outside the shadow root its end is in: one descendant step after the other.
  const steps = selector.match(/(?:\[[^\]]*\]|\([^)]*\)|[^\s[(])+/g) ?? []
  const within = (element: Element, css: string) => [...inRoots(element, css), ...(element.shadowRoot ? inRoots(element.shadowRoot, css) : [])]
  const across = () => steps.slice(1).reduce((found, css) => found.flatMap(element => within(element, css)), inRoots(document, steps[0] ?? '*'))
  const whole = inRoots(document, selector)
  const element = (whole.length ? whole : across()).at(which === 'first' ? 0 : -1)
  if (!element || element.matches(':disabled')) return null
  element.scrollIntoView({ block: 'nearest' })
  const { left, top, width, height } = element.getBoundingClientRect()
  return width && height ? { x: Math.floor(left + width / 2), y: Math.floor(top + height / 2) } : null
}
