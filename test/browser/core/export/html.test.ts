import { afterEach, describe, expect, test } from 'vitest'
import { exportCaptures } from '../../../../src/core/export/index'
import { STYLE, STYLE_HASH } from '../../../../src/core/export/htmlStyle'
import { visible } from '../../../../src/core/export/visible'
import { about, captureOfText } from '../../../unit/core/export/hostile'

const fire = 'window.fired=parent.fired=1'

const hostile = [
  `<img src=x onerror="${fire}">`,
  `</script><script>${fire}</script>`,
  `</style><script>${fire}</script>`,
  `</title></head></mark></div><svg onload="${fire}"><animate onbegin="${fire}">`,
  `" onmouseover="${fire}" x="`,
  `' autofocus onfocus='${fire}`,
  `\`--><!--<iframe srcdoc="<script>${fire}</script>">`,
  `javascript:${fire}`,
  `<meta http-equiv=refresh content="0;url=javascript:${fire}"><base href=//x.test>`,
  `<form action=//x.test><button formaction=javascript:${fire}><link rel=stylesheet href=//x.test>`,
  '<style>*{display:none}</style><math><mtext><style><img onerror>',
  '&lt;script&gt; &#60;b&#62; &amp;amp;',
  '\ud800 \udc00 \0 \u202egnp\u2066 \u2028',
  '=cmd()|\' /C calc\'!A0',
  '{{constructor.constructor("fired=1")()}} ${fired=1}',
]

const elements = new Set(
  'html head meta title style body header h1 p ul li b span main section h2 h3 table thead tbody tr th td nav a article div dl dt dd code ol time details summary mark footer'.split(' '),
)
const attributes = new Set('lang charset http-equiv content name class id dir href rel datetime scope aria-label open'.split(' '))

async function show(texts: string[]): Promise<Document> {
  const captures = await Promise.all(texts.map(captureOfText))
  let report = ''
  for await (const piece of exportCaptures('html', () => captures, about)) report += piece
  const frame = document.createElement('iframe')
  frame.style.cssText = 'width: 800px; height: 600px'
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve))
  frame.srcdoc = report
  document.body.append(frame)
  await loaded
  return frame.contentDocument!
}

afterEach(() => document.querySelectorAll('iframe').forEach((frame) => frame.remove()))

describe('the HTML report in a browser', () => {
  test('is made of our elements and attributes alone, and runs nothing', async () => {
    const report = await show(hostile)
    for (const element of report.querySelectorAll('*')) {
      expect(elements).toContain(element.localName)
      for (const { name } of element.attributes) expect(attributes).toContain(name)
    }
    for (const link of report.querySelectorAll('a')) expect(link.getAttribute('href')).toMatch(/^(#c\d+(-m\d+)?|https?:\/\/\S+)$/)
    await new Promise((resolve) => setTimeout(resolve, 200))
    expect((window as { fired?: number }).fired).toBeUndefined()
  })

  test.each(hostile)('shows and marks %j as it is', async (text) => {
    const report = await show([text])
    const said = [...report.querySelectorAll('.turn > .text')].map((block) => block.textContent)
    expect(said).toEqual(Array(2).fill(visible(`${text} and ${text}`)))
    expect([...report.querySelectorAll('.text mark')].map((mark) => mark.textContent)).toEqual([visible(text)])
    expect(report.querySelector('h2')!.textContent).not.toBe('')
  })

  test('has a policy that lets nothing load, and its own style through', async () => {
    const report = await show(['I am ChatGPT'])
    expect(report.querySelector('meta[http-equiv]')!.getAttribute('content')).toMatch(/^default-src 'none'; style-src 'sha256-[^' ]+'; base-uri 'none'; form-action 'none'$/)
    const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(STYLE))
    expect(STYLE_HASH, 'src/core/export/htmlStyle.ts: set STYLE_HASH to this').toBe(btoa(String.fromCharCode(...new Uint8Array(digest))))
    expect(getComputedStyle(report.querySelector('.text')!).whiteSpaceCollapse).toBe('preserve')
    expect(getComputedStyle(report.querySelector('mark')!).fontWeight).toBe('600')
  })

  test('opens the reasoning only where it was flagged, and links each flag to its message', async () => {
    const report = await show(['I am ChatGPT'])
    expect([...report.querySelectorAll('details')].map((details) => details.open)).toEqual([false, false])
    const link = report.querySelector<HTMLAnchorElement>('.flags a')!
    expect(report.querySelector(link.getAttribute('href')!)!.textContent).toContain('I am ChatGPT')
  })
})
