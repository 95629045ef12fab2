import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import type { Rule, RulePack } from '../../../core/rules/index'
import { packOn } from '../../../core/switches'
import { ask } from '../../../platform/messages'
import type { BackgroundMessages } from '../../../platform/protocol'
import { switchPack, switchRule, type Settings } from '../../../platform/settings'
import { t } from '../../../ui/i18n'
import { wordsOf } from '../../../ui/rules'
import { Switch } from '../../../ui/Switch'
import { hashOf } from '../../route'

interface Props {
  pack: RulePack | undefined
  settings: Settings
  /** The rule that is being edited. */
  editing: string | null
}

/** The rules the person wrote, to edit, switch and delete. */
export function OwnRules({ pack, settings, editing }: Props): JSX.Element {
  const [deleted, setDeleted] = useState<Rule | null>(null)
  const off = new Set(settings.disabledRules)
  const remove = (rule: Rule) => void ask<BackgroundMessages, 'rules/remove'>('rules/remove', { id: rule.id }).then(() => setDeleted(rule))
  const undo = () => deleted && void ask<BackgroundMessages, 'rules/save'>('rules/save', { rule: deleted, replaces: null }).then(() => setDeleted(null))
  return (
    <section class="panel own-rules">
      <h2>{t('myRules')}</h2>
      {pack && !packOn(pack, settings) && (
        <p class="notice">
          {t('myRulesOff')} <button class="button" onClick={() => void switchPack(pack.id)}>{t('switchOn')}</button>
        </p>
      )}
      <div aria-live="polite">
        {deleted && (
          <p class="notice" data-deleted={deleted.id}>
            {t('ruleDeleted', wordsOf(deleted))} <button class="button" data-do="undo" onClick={undo}>{t('undo')}</button>
          </p>
        )}
      </div>
      {!pack?.rules.length && <p class="faint">{t('myRulesNone')}</p>}
      <ul>
        {pack?.rules.map((rule) => (
          <li class="rule" key={rule.id} data-rule={rule.id} aria-current={rule.id === editing}>
            <Switch quiet label={t('flagRule', wordsOf(rule))} checked={!off.has(rule.id)} onChange={(on) => void switchRule(rule.id, on)} />
            <p class="rule-body words" title={wordsOf(rule)}>{wordsOf(rule)}</p>
            <a class="link" href={hashOf('workbench', { rule: rule.id })}>{t('edit')}</a>
            <button class="link" data-do="delete" aria-label={t('deleteRule', wordsOf(rule))} onClick={() => remove(rule)}>{t('delete')}</button>
          </li>
        ))}
      </ul>
    </section>
  )
}
