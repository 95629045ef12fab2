import type { JSX } from 'preact'
import { useMemo, useState } from 'preact/hooks'
import type { Rule } from '../../../core/rules/index'
import { switchRule, type Settings } from '../../../platform/settings'
import { hashOf } from '../../route'
import { t } from '../../../ui/i18n'
import { nameOf } from '../../../ui/names'
import { wordsOf } from '../../../ui/rules'
import { Switch } from '../../../ui/Switch'

/** So many rules are shown at a time: a pack may hold thousands. */
const PAGE = 100
const WORTH_SEARCHING = 12

interface Props {
  rules: readonly Rule[]
  settings: Settings
  /** They can be edited in the workbench. */
  editable: boolean
}

/** The rules of a pack, each with its switch, its source and its examples. */
export function RuleList({ rules, settings, editable }: Props): JSX.Element {
  const [wanted, setWanted] = useState('')
  const [shown, setShown] = useState(PAGE)
  const found = useMemo(() => search(rules, wanted), [rules, wanted])
  const off = new Set(settings.disabledRules)
  return (
    <div class="rule-list">
      {rules.length > WORTH_SEARCHING && (
        <input class="field" type="search" placeholder={t('searchRules')} aria-label={t('searchRules')} value={wanted} onInput={(event) => setWanted(event.currentTarget.value)} />
      )}
      <ul>
        {found.slice(0, shown).map((rule) => (
          <RuleRow key={rule.id} rule={rule} on={!off.has(rule.id)} editable={editable} />
        ))}
      </ul>
      {found.length === 0 && <p class="faint">{t('noRules')}</p>}
      {found.length > shown && (
        <button class="button" onClick={() => setShown(shown + PAGE)}>{t('showMore', found.length - shown)}</button>
      )}
    </div>
  )
}

function search(rules: readonly Rule[], wanted: string): readonly Rule[] {
  const folded = wanted.trim().toLowerCase()
  return folded === '' ? rules : rules.filter((rule) => JSON.stringify(rule).toLowerCase().includes(folded))
}

function RuleRow({ rule, on, editable }: { rule: Rule; on: boolean; editable: boolean }): JSX.Element {
  return (
    <li class="rule" data-rule={rule.id}>
      <Switch quiet label={t('flagRule', wordsOf(rule))} checked={on} onChange={(next) => void switchRule(rule.id, next)} />
      <div class="rule-body">
        <p class="words" title={wordsOf(rule)}>{wordsOf(rule)}</p>
        <p class="faint about">{aboutRule(rule)}</p>
        {rule.examples && <Examples {...rule.examples} />}
      </div>
      {editable && <a class="link" href={hashOf('workbench', { rule: rule.id })}>{t('edit')}</a>}
    </li>
  )
}

/** Its id, whom it points to, how bad it is, where it is known from. */
function aboutRule({ id, pointsTo, severity, note, source }: Rule): string {
  return [id, pointsTo && nameOf(pointsTo), severity, note, source].filter(Boolean).join(' · ')
}

function Examples({ match, noMatch }: { match: readonly string[]; noMatch: readonly string[] }): JSX.Element {
  return (
    <details class="examples">
      <summary class="faint">{t('examples')}</summary>
      <ul>
        {match.map((text) => <li data-matches="yes"><span class="faint">{t('mustMatch')}</span> {text}</li>)}
        {noMatch.map((text) => <li data-matches="no"><span class="faint">{t('mustNotMatch')}</span> {text}</li>)}
      </ul>
    </details>
  )
}
