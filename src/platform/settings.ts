import * as v from 'valibot'
import { browser } from './browser'

const Settings = v.object({
  disabledRules: v.array(v.string()),
  /** Packs switched against their own default: on when it is off, off when it is on. */
  switchedPacks: v.array(v.string()),
  /** Whom the models of a host should be by, where only the person knows: host to developer id. */
  expectedOn: v.record(v.string(), v.string()),
})

/** What a person chose. Lives in extension storage because content scripts need it before any message. */
export type Settings = v.InferOutput<typeof Settings>

const defaults: Settings = { disabledRules: [], switchedPacks: [], expectedOn: {} }
const KEY = 'settings'

/** The settings in force; defaults where nothing, or nothing readable, was saved. */
export async function readSettings(): Promise<Settings> {
  const stored = await browser.storage.local.get(KEY)
  return parse(stored[KEY])
}

/** Changes settings; changes made at the same time from one context are applied one after the other. */
export function changeSettings(change: (old: Settings) => Settings): Promise<Settings> {
  queue = queue.catch(() => defaults).then(async () => {
    const next = change(await readSettings())
    await browser.storage.local.set({ [KEY]: next })
    return next
  })
  return queue
}

/** Switches one rule, wherever it comes from. */
export async function switchRule(rule: string, on: boolean): Promise<void> {
  await changeSettings((old) => {
    const others = old.disabledRules.filter((id) => id !== rule)
    return { ...old, disabledRules: on ? others : [...others, rule] }
  })
}

/** Switches a pack: on when it is off, off when it is on. */
export async function switchPack(pack: string): Promise<void> {
  await changeSettings((old) => {
    const others = old.switchedPacks.filter((id) => id !== pack)
    return { ...old, switchedPacks: others.length < old.switchedPacks.length ? others : [...others, pack] }
  })
}

/** Calls back with each new value until the signal aborts. */
export function watchSettings(onChange: (settings: Settings) => void, signal?: AbortSignal): void {
  const listener = (changes: Record<string, { newValue?: unknown }>, area: string) => {
    if (area === 'local' && changes[KEY]) onChange(parse(changes[KEY].newValue))
  }
  browser.storage.onChanged.addListener(listener)
  signal?.addEventListener('abort', () => browser.storage.onChanged.removeListener(listener))
}

let queue: Promise<Settings> = Promise.resolve(defaults)

function parse(stored: unknown): Settings {
  const result = v.safeParse(Settings, { ...defaults, ...(stored as object | undefined) })
  return result.success ? result.output : defaults
}
