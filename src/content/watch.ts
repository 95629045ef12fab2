/** What changed since the last tick: the nodes the page touched, or too many to be worth naming. */
export type Changed = ReadonlySet<Node> | 'everything'

const TICK = 100
/** Ticks take at most this share of the time, unless that would make them rarer than `SLOWEST`. */
const SHARE = 0.2
const SLOWEST = 1000
const MANY = 200

export interface Watch {
  /** Also watch these roots (open shadow roots are invisible to an observer outside them). */
  include(roots: Iterable<Node>): void
  /** Ask for a tick although nothing changed. */
  wake(): void
}

/**
 * Calls `onTick` at most every 100 ms while the page changes, and never while it is quiet. The observer
 * only notes what was touched: records are never processed one by one, because pages that re-render an
 * answer on each chunk make thousands of them.
 */
export function watchPage(root: Node, onTick: (changed: Changed) => void, signal: AbortSignal): Watch {
  let touched: Set<Node> | 'everything' = new Set()
  let due = 0
  let pause = TICK
  let before = 0
  const watched = new WeakSet<Node>()

  const tick = () => {
    due = 0
    if (signal.aborted) return
    const changed = touched
    touched = new Set()
    const began = performance.now()
    onTick(changed)
    const took = performance.now() - began
    // One slow tick (the first, which compiles everything) says nothing of the next.
    pause = Math.min(Math.max(TICK, Math.min(took, before) / SHARE), SLOWEST)
    before = took
  }
  const arm = () => {
    // A page can clear our timer, so a deadline long past means it was, and a new one is set.
    const now = performance.now()
    if (due !== 0 && now < due + 1000) return
    due = now + pause
    setTimeout(tick, pause)
  }
  const observer = new MutationObserver((records) => {
    if (touched !== 'everything') for (const record of records) touched.add(record.target)
    if (touched !== 'everything' && touched.size > MANY) touched = 'everything'
    arm()
  })
  const observe = (node: Node) => {
    if (watched.has(node)) return
    watched.add(node)
    observer.observe(node, { subtree: true, childList: true, characterData: true })
  }
  observe(root)
  signal.addEventListener('abort', () => observer.disconnect())
  return {
    include: (roots) => {
      for (const node of roots) observe(node)
    },
    wake: () => {
      touched = 'everything'
      arm()
    },
  }
}
