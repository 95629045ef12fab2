import { claimRules } from '../core/flags'
import { builtInPacks, type PackError, type PackResult, type Rule, type RulePack } from '../core/rules/index'
import { CLAIMS_PACK } from '../core/switches'
import type { Listed, PackChange } from '../platform/packs'

/** More of a list than this is only counted. */
const MOST_LISTED = 200
const LONGEST_ID = 100

/** What putting `pack` in place of `before` changes. Rules are the same when their ids are. */
export function changeOf(pack: RulePack, before: RulePack | undefined): PackChange {
  const was = new Map(before?.rules.map((rule) => [rule.id, rule]))
  const is = new Map(pack.rules.map((rule) => [rule.id, rule]))
  const both = pack.rules.flatMap((after) => {
    const old = was.get(after.id)
    return old && canonical(old) !== canonical(after) ? [{ before: old, after }] : []
  })
  return {
    id: pack.id, name: pack.name, version: pack.version, rules: pack.rules.length,
    from: before ? { name: before.name, version: before.version } : null,
    added: listed(pack.rules.filter(({ id }) => !was.has(id))),
    removed: listed([...was.values()].filter(({ id }) => !is.has(id))),
    changed: listed(both),
  }
}

/**
 * The pack under ids nobody else has, since switches and findings name rules by id alone: a pack that bears the id of a
 * built-in one (or is a `copy`) is renamed, and its rules whose ids others have are put under its own id. The same file
 * gets the same ids each time, so that importing it again is an update.
 */
export function withOwnIds(pack: RulePack, packs: readonly RulePack[], copy: boolean): PackResult {
  const builtIn = new Set([...builtInPacks.map(({ id }) => id), CLAIMS_PACK])
  const wanted = builtIn.has(pack.id) ? `${pack.id}-copy` : pack.id
  const id = copy ? freeId(wanted, new Set(packs.map((other) => other.id))) : wanted
  const others = [...builtInPacks, ...packs.filter((other) => other.id !== id)].flatMap((other) => other.rules)
  const taken = new Set<string>([...claimRules, ...others.map((rule) => rule.id)])
  const rules = pack.rules.map((rule) => (taken.has(rule.id) ? { ...rule, id: `${id}.${rule.id}` } : rule))
  const errors = clashes(rules, taken)
  return errors.length > 0 ? { ok: false, errors } : { ok: true, pack: { ...pack, id, rules } }
}

function clashes(rules: readonly Rule[], taken: ReadonlySet<string>): PackError[] {
  const seen = new Set<string>()
  return rules.flatMap(({ id }) => {
    const clash = taken.has(id) || seen.has(id) || id.length > LONGEST_ID
    seen.add(id)
    return clash ? [{ rule: id, message: 'another pack has a rule of this id: give it one that begins with the id of its own pack' }] : []
  })
}

/** `wanted`, or with the first number after it that makes it nobody else's. */
export function freeId(wanted: string, taken: ReadonlySet<string>): string {
  if (!taken.has(wanted)) return wanted
  for (let n = 2; ; n++) {
    const id = `${wanted}-${n}`
    if (!taken.has(id)) return id
  }
}

/** The version after a small change: 1.2.3 is followed by 1.2.4. */
export function nextVersion(version: string): string {
  const [major = '0', minor = '0', patch = '0'] = version.split(/[-+]/)[0]!.split('.')
  return `${major}.${minor}.${Number(patch) + 1}`
}

function listed<T>(items: T[]): Listed<T> {
  return { count: items.length, first: items.slice(0, MOST_LISTED) }
}

/** The same text for the same content, whatever the order of its fields. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) => (isRecord(inner) ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1))) : inner))
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
