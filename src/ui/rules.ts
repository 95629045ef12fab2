import { WITHDRAWN, type claimRules } from '../core/flags'
import { builtInPacks, type Rule, type RulePack } from '../core/rules/index'
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
  'claim.disagreement': 'claimDisagreement',
}

/** The person's own packs first, then the claims, then the packs that come with the extension. Call after messages are at hand. */
export function switchablePacks(own: readonly RulePack[]): SwitchablePack[] {
  return [...own.map((pack) => switchable(pack, wordsOf)), claimsPack(), ...builtInPacks.map((pack) => switchable(pack, ({ id }) => ruleTitle(id)))]
}

/** The claims engine's rules, switched as a pack. */
export function claimsPack(): SwitchablePack {
  const rules = Object.keys(claimTitles).map((id) => ({ id, title: ruleTitle(id) }))
  return { id: CLAIMS_PACK, title: t('claims'), enabled: true, rules }
}

function switchable(pack: RulePack, titleOf: (rule: Rule) => string): SwitchablePack {
  const rules = pack.rules.map((rule) => ({ id: rule.id, title: titleOf(rule) }))
  return { id: pack.id, title: pack.name, enabled: pack.enabled ?? true, rules }
}

/** What a rule looks for, in one line: its phrase, the first of its phrases, or its expression between slashes. */
export function wordsOf(rule: Rule): string {
  if ('phrase' in rule) return `“${rule.phrase}”`
  if ('regex' in rule) return `/${rule.regex}/`
  if ('anyOf' in rule) return anyOf(rule.anyOf)
  return t('ruleNear', anyOf(rule.near.first), anyOf(rule.near.second))
}

function anyOf([first = '', ...others]: readonly string[]): string {
  return others.length === 0 ? `“${first}”` : t('ruleAnyOf', first, others.length)
}

/** A rule's name as a person reads it: a claim's in words, another's the end of its id. */
export function ruleTitle(id: string): string {
  const claim = (claimTitles as Partial<Record<string, MessageName>>)[id]
  if (claim) return t(claim)
  if (id === WITHDRAWN) return t('ruleWithdrawn')
  const words = id.split('.').slice(1).join(' · ')
  return words.replaceAll('-', ' ')
}
