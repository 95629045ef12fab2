import type { JSX } from 'preact'
import { readPacks, watchPacks, CUSTOM_PACK } from '../../../platform/packs'
import { readSettings, watchSettings } from '../../../platform/settings'
import { t } from '../../../ui/i18n'
import { useWatched } from '../../../ui/watched'
import { Bench } from './Bench'
import { OwnRules } from './OwnRules'
import './workbench.css'

/** Where a person writes rules and sees at once what they find. `?rule=ID` edits a rule of their own. */
export function WorkbenchView({ query }: { query: URLSearchParams }): JSX.Element {
  const settings = useWatched({ read: readSettings, watch: watchSettings })
  const packs = useWatched({ read: readPacks, watch: watchPacks })
  if (!settings || !packs) return <div class="wide" aria-busy="true" />
  const own = packs.find(({ id }) => id === CUSTOM_PACK)
  const rule = own?.rules.find(({ id }) => id === query.get('rule'))
  return (
    <div class="wide">
      <header class="view-head">
        <h1>{t('workbenchTitle')}</h1>
        <p class="faint">{t('workbenchIntro')}</p>
      </header>
      <Bench key={rule?.id ?? ''} rule={rule} />
      <OwnRules pack={own} settings={settings} editing={rule?.id ?? null} />
    </div>
  )
}
