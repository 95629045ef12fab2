import type { PackError, Rule, RulePack } from '../core/rules/index'
import { browser } from './browser'

/** The pack that holds the rules a person wrote in the workbench. */
export const CUSTOM_PACK = 'custom'

/** What importing a file would do. Nothing is changed by asking. */
export type ImportPlan = { ok: false; errors: PackError[] } | ({ ok: true } & PackChange)

/** What came of a change: where it was refused, nothing was changed. `id` is that of the pack or rule. */
export type PackOutcome = { ok: true; id: string } | { ok: false; errors: PackError[] }

export interface PackChange {
  /** The id it will have: another than the file's when that is taken by a pack that comes with Telltale. */
  id: string
  name: string
  version: string
  rules: number
  /** The pack it would take the place of; null when it is new. */
  from: { name: string; version: string } | null
  added: Listed<Rule>
  removed: Listed<Rule>
  changed: Listed<{ before: Rule; after: Rule }>
}

/** A list that may be long: how many there are, and the first of them. */
export interface Listed<T> {
  count: number
  first: T[]
}

const KEY = 'packs'

/**
 * A person's own packs, in the order they came. They live in extension storage, so that content scripts read them
 * without a message; only the background writes them, and only once they are checked.
 */
export async function readPacks(): Promise<RulePack[]> {
  const stored = await browser.storage.local.get(KEY)
  return parse(stored[KEY])
}

/** Puts all packs in place at once. For the background alone: it is the one writer. */
export async function writePacks(packs: readonly RulePack[]): Promise<void> {
  await browser.storage.local.set({ [KEY]: packs })
}

/** Calls back with all packs after each change until the signal aborts. */
export function watchPacks(onChange: (packs: RulePack[]) => void, signal?: AbortSignal): void {
  const listener = (changes: Record<string, { newValue?: unknown }>, area: string) => {
    if (area === 'local' && changes[KEY]) onChange(parse(changes[KEY].newValue))
  }
  browser.storage.onChanged.addListener(listener)
  signal?.addEventListener('abort', () => browser.storage.onChanged.removeListener(listener))
}

function parse(stored: unknown): RulePack[] {
  return Array.isArray(stored) ? (stored as RulePack[]) : []
}
