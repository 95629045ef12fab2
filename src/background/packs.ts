import { builtInPacks, checkUserRule, parsePack, RULES_FORMAT, type PackResult, type Rule, type RulePack } from '../core/rules/index'
import { browser } from '../platform/browser'
import { CUSTOM_PACK, readPacks, writePacks, type ImportPlan, type PackOutcome } from '../platform/packs'
import { changeSettings } from '../platform/settings'
import { changeOf, freeId, nextVersion, withOwnIds } from './packChange'
import { tooCostly } from './packCost'

/** Says what importing a pack file would do. */
export async function planImport(text: string, copy = false): Promise<ImportPlan> {
  const packs = await readPacks()
  const result = accept(text, packs, copy)
  if (!result.ok) return result
  return { ok: true, ...changeOf(result.pack, packs.find(({ id }) => id === result.pack.id)) }
}

/** Imports a pack file: in place of the person's pack of that id, or beside it as a `copy`. */
export function importPack(text: string, copy = false): Promise<PackOutcome> {
  return inTurn(async (packs) => {
    const result = accept(text, packs, copy)
    if (!result.ok) return result
    await writePacks(withPack(packs, result.pack))
    return { ok: true, id: result.pack.id }
  })
}

/** Removes one of the person's packs; it stays removed when it was already. */
export function removePack(id: string): Promise<PackOutcome> {
  return inTurn(async (packs) => {
    await writePacks(packs.filter((pack) => pack.id !== id))
    return { ok: true, id }
  })
}

/** Saves a rule of the workbench: in place of the rule `replaces`, else as a new one, which is then on. */
export function saveRule(written: unknown, replaces: string | null): Promise<PackOutcome> {
  return inTurn(async (packs) => {
    const checked = checkUserRule(written)
    if (!checked.ok) return checked
    const own = packs.find(({ id }) => id === CUSTOM_PACK) ?? emptyOwnPack()
    const others = own.rules.filter(({ id }) => id !== replaces)
    const rule = { ...checked.rule, id: freeId(checked.rule.id, takenIds(packs, CUSTOM_PACK, others)) }
    const place = own.rules.findIndex(({ id }) => id === replaces)
    const rules = place < 0 ? [...others, rule] : own.rules.with(place, rule)
    const outcome = await writeOwn(packs, own, rules)
    if (outcome.ok) await switchOn(rule.id)
    return outcome.ok ? { ok: true, id: rule.id } : outcome
  })
}

/** Deletes a rule of the workbench. */
export function removeRule(rule: string): Promise<PackOutcome> {
  return inTurn(async (packs) => {
    const own = packs.find(({ id }) => id === CUSTOM_PACK)
    if (!own) return { ok: true, id: rule }
    return writeOwn(packs, own, own.rules.filter(({ id }) => id !== rule))
  })
}

async function writeOwn(packs: readonly RulePack[], own: RulePack, rules: Rule[]): Promise<PackOutcome> {
  const result = accept({ ...own, version: nextVersion(own.version), rules }, packs, false)
  if (!result.ok) return result
  await writePacks(withPack(packs, result.pack))
  return { ok: true, id: CUSTOM_PACK }
}

/** A new rule may have the id of one that was switched off and deleted. */
async function switchOn(rule: string): Promise<void> {
  await changeSettings((old) => ({ ...old, disabledRules: old.disabledRules.filter((id) => id !== rule) }))
}

function emptyOwnPack(): RulePack {
  return { format: RULES_FORMAT, id: CUSTOM_PACK, version: '0.0.0', name: browser.i18n.getMessage('myRules'), family: 'custom', enabled: true, rules: [] }
}

/** A pack that is right in itself, with ids nobody else has, and bearable beside the others. */
function accept(source: unknown, packs: readonly RulePack[], copy: boolean): PackResult {
  const parsed = parsePack(source)
  if (!parsed.ok) return parsed
  const named = withOwnIds(parsed.pack, packs, copy)
  if (!named.ok) return named
  const errors = tooCostly(withPack(packs, named.pack))
  return errors.length > 0 ? { ok: false, errors } : named
}

function withPack(packs: readonly RulePack[], pack: RulePack): RulePack[] {
  const place = packs.findIndex(({ id }) => id === pack.id)
  return place < 0 ? [...packs, pack] : packs.with(place, pack)
}

function takenIds(packs: readonly RulePack[], but: string, rules: readonly Rule[]): ReadonlySet<string> {
  const others = [...builtInPacks, ...packs].filter(({ id }) => id !== but).flatMap((pack) => pack.rules)
  return new Set([...others, ...rules].map(({ id }) => id))
}

let last: Promise<unknown> = Promise.resolve()

/** One change at a time, each on what the one before left. */
function inTurn(change: (packs: RulePack[]) => Promise<PackOutcome>): Promise<PackOutcome> {
  const done = last.then(async () => change(await readPacks()))
  last = done.catch(() => undefined)
  return done
}
