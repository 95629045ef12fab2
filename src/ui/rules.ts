import type { claimRules } from '../core/flags'
import { builtInPacks } from '../core/rules/index'
import { CLAIMS_PACK } from '../core/switches'
import { t, type MessageName } from './i18n'

/** A pack as a person sees it. */
export interface SwitchablePack {
  id: string
  title: string
  /** Whether it is on as it comes. */
  enabled: boolean
  rules: { id: string; title: string }[]
}

const claimTitles: Record<(typeof claimRules)[number], MessageName> = {
  'claim.direct': 'claimDirect',
  'claim.kinship': 'claimKinship',
  'claim.policy': 'claimPolicy',
}

/** The claims first, then the packs that come with the extension. Call after messages are at hand. */
export function switchablePacks(): SwitchablePack[] {
  const claims = Object.keys(claimTitles).map((id) => ({ id, title: ruleTitle(id) }))
  const packs = builtInPacks.map((pack) => ({
    id: pack.id,
    title: pack.name,
    enabled: pack.enabled ?? true,
    rules: pack.rules.map((rule) => ({ id: rule.id, title: ruleTitle(rule.id) })),
  }))
  return [{ id: CLAIMS_PACK, title: t('claims'), enabled: true, rules: claims }, ...packs]
}

/** A rule's name as a person reads it: a claim's in words, another's the end of its id. */
export function ruleTitle(id: string): string {
  const claim = (claimTitles as Partial<Record<string, MessageName>>)[id]
  if (claim) return t(claim)
  const words = id.split('.').slice(1).join(' · ')
  return words.replaceAll('-', ' ')
}
