import type { JSX } from 'preact'
import { changeSettings, type Settings } from '../../platform/settings'
import { t } from '../../ui/i18n'
import { packOn } from '../../core/switches'
import { switchablePacks, type SwitchablePack } from '../../ui/rules'
import { Switch } from '../../ui/Switch'
import { switchRule } from './Phrases'

/** A switch for every pack, and inside it for every rule. */
export function Rules({ settings }: { settings: Settings }): JSX.Element {
  return (
    <details class="block">
      <summary>{t('whatIsFlagged')}</summary>
      <ul class="packs">
        {switchablePacks().map((pack) => (
          <Pack key={pack.id} pack={pack} settings={settings} />
        ))}
      </ul>
    </details>
  )
}

function Pack({ pack, settings }: { pack: SwitchablePack; settings: Settings }): JSX.Element {
  return (
    <li class="pack" data-pack={pack.id}>
      <Switch label={pack.title} checked={packOn(pack, settings)} onChange={() => void switchPack(pack.id)} />
      <details>
        <summary class="faint">{t('rules', pack.rules.length)}</summary>
        <ul class="rules">
          {pack.rules.map((rule) => (
            <li key={rule.id} data-rule={rule.id}>
              <Switch
                label={rule.title}
                checked={!settings.disabledRules.includes(rule.id)}
                onChange={(on) => void switchRule(rule.id, on)}
              />
            </li>
          ))}
        </ul>
      </details>
    </li>
  )
}

async function switchPack(id: string): Promise<void> {
  await changeSettings((old) => ({
    ...old,
    switchedPacks: old.switchedPacks.includes(id) ? old.switchedPacks.filter((other) => other !== id) : [...old.switchedPacks, id],
  }))
}
