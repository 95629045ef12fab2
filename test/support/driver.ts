import { launchChromium } from './chromium'
import { launchFirefox } from './firefox'
import type { BrowserName } from './browsers'
import type { Responder } from './respond'

export interface LaunchOptions {
  /** The unpacked extension, e.g. `dist/chrome`. */
  extensionDir: string
  /** Who answers for each https host. Every other host is refused, except 127.0.0.1: no request ever leaves the machine. */
  hosts?: Record<string, Responder>
  /** Show a window; by default there is none. */
  headed?: boolean
  /** CSS pixels. */
  viewport?: { width: number; height: number }
  colorScheme?: 'light' | 'dark'
}

/** A file the page let the person save. */
export interface Download {
  name: string
  bytes: Uint8Array
}

/** Of several elements that match a selector. */
export type Which = 'first' | 'last'

/** A tab. Selectors are CSS and reach into open shadow roots; the first match counts where nothing else is said. */
export interface Page {
  /** Runs `fn` in the page and gives back its JSON-safe result. `fn` sees its arguments and the page, nothing else. */
  evaluate<A extends readonly unknown[], T>(fn: (...args: A) => T | Promise<T>, ...args: A): Promise<T>
  /** Runs `fn` again and again until it returns something truthy, and gives that back; throws after `timeout` ms. */
  waitFor<A extends readonly unknown[], T>(fn: (...args: A) => T | Promise<T>, ...args: A): Promise<NonNullable<T>>
  url(): Promise<string>
  goto(url: string): Promise<void>
  reload(): Promise<void>
  back(): Promise<void>
  /** Waits for the element, then clicks its middle with a real pointer. */
  click(selector: string, which?: Which): Promise<void>
  /** Focuses the element by a click and types with real key events. */
  type(selector: string, text: string): Promise<void>
  /** Presses one key, named as in `KeyboardEvent.key`, e.g. `Enter`, `Escape`, `Tab`. */
  press(key: string): Promise<void>
  /** Writes a PNG of the viewport. */
  screenshot(path: string): Promise<void>
  /** Does `action` and gives back the file it made the page save. */
  download(action: () => Promise<void>): Promise<Download>
  resize(width: number, height: number): Promise<void>
  close(): Promise<void>
}

/** A browser with the extension in it. */
export interface Driver {
  readonly browser: BrowserName
  readonly version: string
  /** `chrome-extension://…` or `moz-extension://…`, without a slash at the end. */
  readonly extensionOrigin: string
  /** Answers an https host from now on; an earlier answer for the same host is replaced. */
  serve(host: string, responder: Responder): void
  /** Opens a tab; with `responder`, the address's host is served by it first. */
  openChat(url: string, responder?: Responder): Promise<Page>
  /** Opens one of the extension's own pages in a tab, e.g. `src/popup/index.html?tab=1`. */
  openExtensionPage(path: string): Promise<Page>
  /** Answers yes in advance to a later `permissions.request` for these origins by the extension's own interface. */
  preapprove(origins: readonly string[]): Promise<void>
  /** Has the extension ask for these origins, with a user gesture, and says yes: as a person grants an optional host. */
  grant(origins: readonly string[]): Promise<void>
  /** The extension's id for the tab that shows this page: the extension must have access to its address. */
  tabId(page: Page): Promise<number>
  /** What the toolbar badge says in that tab. */
  badge(page: Page): Promise<string>
  /** Kills the background at once, wherever it is in its work. It starts again at the next event. */
  stopBackground(): Promise<void>
  /** What the browser has to say against the extension's manifest. Firefox keeps no such list: see `web-ext lint`. */
  manifestWarnings(): Promise<string[]>
  close(): Promise<void>
}

const launchers: Record<BrowserName, (options: LaunchOptions) => Promise<Driver>> = {
  chromium: launchChromium,
  firefox: launchFirefox,
}

/** Starts a browser in a new, empty profile with the extension installed. Throws when the browser is absent or too slow. */
export function launch(browser: BrowserName, options: LaunchOptions): Promise<Driver> {
  return launchers[browser](options)
}
