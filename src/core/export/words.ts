import type { Flag, FlagKind } from '../flags'
import { developerIds, developerLabel } from '../identity/index'
import type { Expected } from '../model'

export const kindNames: Record<FlagKind, string> = {
  conflict: 'conflicting claim',
  claim: 'claim',
  artefact: 'artefact',
  boilerplate: 'stock phrase',
  custom: 'custom rule',
}

/** A flag in words that say no more than was seen; `quote` makes text from elsewhere harmless. */
export function describeFlag({ kind, identity }: Flag, quote: (text: string) => string): string {
  const names = [identity?.product, identity?.developer && labelOf(identity.developer)]
  const who = names.flatMap((name) => (name ? [quote(name)] : [])).join(', ')
  const verb = kind === 'conflict' || kind === 'claim' ? 'says it is' : 'usual for'
  return who === '' ? kindNames[kind] : `${kindNames[kind]}, ${verb} ${who}`
}

/** Whom the site says it is; `quote` makes text from elsewhere harmless. */
export function describeExpected(expected: Expected | null | undefined, quote: (text: string) => string): string {
  if (!expected) return 'nobody known'
  const names = [...expected.products, ...expected.developers.map(labelOf)].map(quote).join(', ')
  return `${names || 'nobody known'} (${quote(expected.source)})`
}

/** An imported capture may name a developer that no lexicon knows. */
function labelOf(developer: string): string {
  return developerIds.includes(developer) ? developerLabel(developer) : developer
}
