import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { watchPage, type Changed } from '../../../src/content/watch'

const later = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

describe('watchPage', () => {
  let root: HTMLElement
  let gone: AbortController
  let ticks: Changed[]

  beforeEach(() => {
    root = document.body.appendChild(document.createElement('main'))
    gone = new AbortController()
    ticks = []
  })
  afterEach(() => {
    gone.abort()
    root.remove()
  })
  const watch = (onTick: (changed: Changed) => void = (changed) => ticks.push(changed)) => watchPage(root, onTick, gone.signal)

  it('says what was touched, once for many changes', async () => {
    watch()
    const text = root.appendChild(document.createTextNode('a'))
    for (let i = 0; i < 50; i++) text.appendData('b')
    await later(250)
    expect(ticks).toHaveLength(1)
    expect([...(ticks[0] as Set<Node>)]).toEqual(expect.arrayContaining([root, text]))
  })

  it('is still while the page is', async () => {
    watch()
    await later(300)
    expect(ticks).toEqual([])
  })

  it('gives up naming what a page touches everywhere', async () => {
    watch()
    for (let i = 0; i < 300; i++) root.appendChild(document.createElement('p')).append('x')
    await later(250)
    expect(ticks).toEqual(['everything'])
  })

  it('sees into shadow roots it was given', async () => {
    const shadow = root.attachShadow === undefined ? null : document.createElement('div').attachShadow({ mode: 'open' })
    watch().include([shadow!, shadow!])
    shadow!.append('x')
    await later(250)
    expect(ticks).toHaveLength(1)
  })

  it('goes on after the page cleared every timer', async () => {
    watch()
    root.append('x')
    await later(0)
    const newest = setTimeout(() => undefined)
    for (let id = Number(newest); id > Number(newest) - 200; id--) clearTimeout(id)
    await new Promise<void>((resolve) => {
      const channel = new MessageChannel()
      const end = performance.now() + 1400
      channel.port1.onmessage = () => (performance.now() < end ? channel.port2.postMessage(0) : resolve())
      channel.port2.postMessage(0)
    })
    expect(ticks).toEqual([])
    root.append('y')
    await later(300)
    expect(ticks).toHaveLength(1)
  })

  it('keeps slow ticks apart, so that they cannot fill the time', async () => {
    watch(() => {
      const end = performance.now() + 40
      while (performance.now() < end);
      ticks.push('everything')
    })
    for (let i = 0; i < 40; i++) {
      root.append('x')
      await later(30)
    }
    // 1.2 s hold at most the first two ticks and one each 240 ms after them; without the pause there were twelve.
    expect(ticks.length).toBeLessThanOrEqual(8)
    expect(ticks.length).toBeGreaterThanOrEqual(2)
  })

  it('ends with the signal', async () => {
    watch()
    gone.abort()
    root.append('x')
    await later(250)
    expect(ticks).toEqual([])
  })
})
