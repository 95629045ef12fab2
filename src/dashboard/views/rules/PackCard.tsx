import type { ComponentChildren, JSX } from 'preact'
import { useState } from 'preact/hooks'
import type { RulePack } from '../../../core/rules/index'
import { packOn } from '../../../core/switches'
import { switchPack, switchRule, type Settings } from '../../../platform/settings'
import { t } from '../../../ui/i18n'
import type { SwitchablePack } from '../../../ui/rules'
import { Switch } from '../../../ui/Switch'
import { RuleList } from './RuleList'

interface Props {
  pack: RulePack
  settings: Settings
  /** Its rules can be edited in the workbench. */
  editable?: boolean
  onExport: () => void
  /** Absent for packs that come with Telltale. */
  onRemove?: () => void
}

/** One pack: its switch, what it is, its rules. */
export function PackCard({ pack, settings, editable = false, onExport, onRemove }: Props): JSX.Element {
  return (
    <Card id={pack.id} title={pack.name} enabled={pack.enabled} settings={settings} about={pack.description} facts={[pack.version, pack.source, pack.licence]}>
      <p class="actions">
        <button class="button" data-do="export" aria-label={t('exportPack', pack.name)} onClick={onExport}>{t('exportButton')}</button>
        {onRemove && <button class="button" data-do="remove" aria-label={t('removePack', pack.name)} onClick={onRemove}>{t('remove')}</button>}
      </p>
      <Unfolding label={t('rules', pack.rules.length)}>
        {() => <RuleList rules={pack.rules} settings={settings} editable={editable} />}
      </Unfolding>
    </Card>
  )
}

/** The claims engine, which is switched like a pack but is none: it has no file. */
export function ClaimsCard({ pack, settings }: { pack: SwitchablePack; settings: Settings }): JSX.Element {
  return (
    <Card id={pack.id} title={pack.title} enabled={pack.enabled} settings={settings} about={t('claimsAbout')} facts={[]}>
      <Unfolding label={t('rules', pack.rules.length)}>
        {() => (
          <ul class="rule-list">
            {pack.rules.map(({ id, title }) => (
              <li class="rule" data-rule={id}>
                <Switch label={title} checked={!settings.disabledRules.includes(id)} onChange={(on) => void switchRule(id, on)} />
              </li>
            ))}
          </ul>
        )}
      </Unfolding>
    </Card>
  )
}

interface CardProps {
  id: string
  title: string
  enabled: boolean
  settings: Settings
  about: string | undefined
  facts: (string | undefined)[]
  children: ComponentChildren
}

function Card({ id, title, enabled, settings, about, facts, children }: CardProps): JSX.Element {
  const on = packOn({ id, enabled }, settings)
  return (
    <li class="pack-card" data-pack={id} data-on={on}>
      <Switch label={title} checked={on} onChange={() => void switchPack(id)} />
      {about && <p class="faint pack-about">{about}</p>}
      {facts.some(Boolean) && <p class="faint pack-facts">{facts.filter(Boolean).join(' · ')}</p>}
      {children}
    </li>
  )
}

/** Builds what it holds only once it is unfolded. */
function Unfolding({ label, children }: { label: string; children: () => JSX.Element }): JSX.Element {
  const [open, setOpen] = useState(false)
  return (
    <details class="unfolding" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{label}</summary>
      {open && children()}
    </details>
  )
}
