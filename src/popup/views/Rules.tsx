import type { JSX } from 'preact'
import { useMemo, useState } from 'preact/hooks'
import { readPacks, watchPacks } from '../../platform/packs'
import { switchPack, switchRule, type Settings } from '../../platform/settings'
import { openTab } from '../../platform/tabs'
import { t } from '../../ui/i18n'
import { packOn } from '../../core/switches'
import { switchablePacks, type SwitchablePack } from '../../ui/rules'
import { Switch } from '../../ui/Switch'
import { useWatched } from '../../ui/watched'

/** An imported pack may hold thousands of rules; the dashboard has them all. */
const MOST_RULES = 300

/** A switch for every pack, and inside it for every rule. */
export function Rules({ settings }: { settings: Settings }): JSX.Element {
  const own = useWatched({ read: readPacks, watch: watchPacks })
  const packs = useMemo(() => switchablePacks(own ?? []), [own])
  return (
    <details class="block">
      <summary>{t('whatIsFlagged')}</summary>
      <ul class="packs">
        {packs.map((pack) => (
          <Pack key={pack.id} pack={pack} settings={settings} />
        ))}
      </ul>
      <button class="link" onClick={() => void openTab('src/dashboard/index.html#/rules')}>
        {t('manageRules')}
      </button>
    </details>
  )
}

function Pack({ pack, settings }: { pack: SwitchablePack; settings: Settings }): JSX.Element {
  const [open, setOpen] = useState(false)
  return (
    <li class="pack" data-pack={pack.id}>
      <Switch label={pack.title} checked={packOn(pack, settings)} onChange={() => void switchPack(pack.id)} />
      <details onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary class="faint">{t('rules', pack.rules.length)}</summary>
        {open && <RuleSwitches pack={pack} settings={settings} />}
      </details>
    </li>
  )
}

function RuleSwitches({ pack, settings }: { pack: SwitchablePack; settings: Settings }): JSX.Element {
  const off = new Set(settings.disabledRules)
  return (
    <ul class="rules">
      {pack.rules.slice(0, MOST_RULES).map((rule) => (
        <li key={rule.id} data-rule={rule.id}>
          <Switch label={rule.title} checked={!off.has(rule.id)} onChange={(on) => void switchRule(rule.id, on)} />
        </li>
      ))}
      {pack.rules.length > MOST_RULES && <li class="faint">{t('moreInDashboard', pack.rules.length - MOST_RULES)}</li>}
    </ul>
  )
}
