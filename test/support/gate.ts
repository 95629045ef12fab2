/** A turnstile all streams of a server go through, which a test can shut. */
export interface Gate {
  /** Resolves at once, or when the gate is opened again. */
  pass(): Promise<void>
  /** Stands still here until the next `release`, gate shut or not. */
  stop(): Promise<void>
  controls: { hold(): void; release(): void; held(): Promise<void> }
}

export function createGate(): Gate {
  let shut = false
  const waiting: (() => void)[] = []
  const watchers: (() => void)[] = []
  const stop = () => new Promise<void>(resolve => {
    waiting.push(resolve)
    watchers.splice(0).forEach(tell => tell())
  })
  const release = () => {
    shut = false
    waiting.splice(0).forEach(go => go())
  }
  const held = () => (waiting.length ? Promise.resolve() : new Promise<void>(resolve => void watchers.push(resolve)))
  return { pass: () => (shut ? stop() : Promise.resolve()), stop, controls: { hold: () => void (shut = true), release, held } }
}
