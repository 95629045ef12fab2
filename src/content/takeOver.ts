import { browser } from '../platform/browser'

const KEY = Symbol.for('telltale.running')

/**
 * Makes this copy of the content script the only one in its world: an earlier one (the host was granted
 * twice, the extension was updated) stops. The signal aborts when a later copy takes over, or when the
 * extension is gone and nothing can be sent any more.
 */
export function takeOver(): AbortController {
  const world = globalThis as { [KEY]?: AbortController }
  world[KEY]?.abort()
  const running = new AbortController()
  world[KEY] = running
  return running
}

/** Whether the extension that injected this script still runs. */
export function stillInstalled(): boolean {
  return browser.runtime?.id !== undefined
}
