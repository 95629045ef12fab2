import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import type { TaughtSite } from '../../../core/taughtSite'
import { ask } from '../../../platform/messages'
import type { BackgroundMessages } from '../../../platform/protocol'
import { grantedBeyondManifest, revokeHost, watchGranted } from '../../../platform/siteScripts'
import { readTaughtSites, watchTaughtSites } from '../../../platform/taughtSites'
import { t } from '../../../ui/i18n'
import { useWatched } from '../../../ui/watched'
import { BuiltIn } from './BuiltIn'
import { checkSelectors } from './checkSelectors'
import { saveTaughtSite } from './exportSite'
import './sites.css'

type Said = { tone: 'good' | 'bad'; text: string }

/** Where Telltale reads: what the person taught, what they allowed, and what is built in. */
export function SitesView(): JSX.Element {
  const taught = useWatched({ read: readTaughtSites, watch: watchTaughtSites })
  const granted = useWatched({ read: grantedBeyondManifest, watch: watchGranted })
  const [said, setSaid] = useState<Said | null>(null)
  if (!taught || !granted) return <div class="wide" aria-busy="true" />
  return (
    <div class="wide sites-view">
      <header class="view-head">
        <h1>{t('sitesTitle')}</h1>
        <Import onDone={setSaid} />
        <p class="faint">{t('sitesIntro')}</p>
      </header>
      <div aria-live="polite">{said && <p class="notice" data-tone={said.tone}>{said.text}</p>}</div>
      <h2>{t('sitesTaught')}</h2>
      {taught.length === 0 && <p class="faint">{t('sitesTaughtNone')}</p>}
      <ul class="site-list">
        {taught.map((site) => <Taught key={site.id} site={site} onForgotten={() => setSaid({ tone: 'good', text: t('sitesRemoved', site.label) })} />)}
      </ul>
      <h2>{t('sitesGranted')}</h2>
      {granted.length === 0 && <p class="faint">{t('sitesGrantedNone')}</p>}
      <ul class="site-list">{granted.map((origin) => <Granted key={origin} origin={origin} />)}</ul>
      <h2>{t('sitesBuiltIn')}</h2>
      <BuiltIn />
    </div>
  )
}

function Taught({ site, onForgotten }: { site: TaughtSite; onForgotten: () => void }): JSX.Element {
  const forget = () => void ask<BackgroundMessages, 'sites/remove'>('sites/remove', { id: site.id }).then(onForgotten)
  return (
    <li class="site-row" data-taught={site.id}>
      <span>
        <b>{site.label}</b> <span class="faint">{t('sitesTaughtOn', site.taughtOn)}</span>
      </span>
      <span class="mono faint words">{[site.selectors.userTurn, site.selectors.assistantTurn].flat().join('  ')}</span>
      <span class="actions">
        <button class="button" data-do="export" aria-label={t('sitesExport', site.label)} onClick={() => saveTaughtSite(site)}>{t('export')}</button>
        <button class="button" data-do="remove" aria-label={t('sitesRemove', site.label)} onClick={forget}>{t('remove')}</button>
      </span>
    </li>
  )
}

function Granted({ origin }: { origin: string }): JSX.Element {
  return (
    <li class="site-row" data-granted={origin}>
      <span class="mono">{origin}</span>
      <span class="actions">
        <button class="button" data-do="revoke" aria-label={t('sitesRevoke', origin)} onClick={() => void revokeHost(origin)}>{t('remove')}</button>
      </span>
    </li>
  )
}

function Import({ onDone }: { onDone: (said: Said) => void }): JSX.Element {
  const read = async (files: FileList | null) => {
    for (const file of files ?? []) onDone(await importFile(file))
  }
  return (
    <label class="button file-button">
      {t('sitesImport')}
      <input class="visually-hidden" type="file" accept=".json,application/json" multiple onChange={(event) => void read(event.currentTarget.files)} />
    </label>
  )
}

async function importFile(file: File): Promise<Said> {
  try {
    const text = await file.text()
    checkSelectors(text)
    const sites = await ask<BackgroundMessages, 'sites/import'>('sites/import', { text })
    return { tone: 'good', text: t('sitesImported', sites.map(({ label }) => label).join(', ')) }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return { tone: 'bad', text: t('sitesRefused', `${file.name}: ${reason.replace(/\.?$/, '.')}`) }
  }
}
