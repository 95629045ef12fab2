import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import type { ExportFormat } from '../../core/export/index'
import { openTab } from '../../platform/tabs'
import type { HostTotal } from '../../store/schema'
import { formatNames } from '../../ui/formats'
import { t } from '../../ui/i18n'

/** Sends the person to the export page, which outlives the popup while a file is written. */
export function Export({ host, hosts }: { host: string | null; hosts: readonly HostTotal[] }): JSX.Element {
  const [everything, setEverything] = useState(false)
  const [format, setFormat] = useState<ExportFormat>('html')
  const all = everything || host === null
  const captures = hosts.filter((total) => all || total.host === host).reduce((sum, total) => sum + total.captures, 0)
  return (
    <form
      class="block export"
      onSubmit={(event) => {
        event.preventDefault()
        void openTab(exportAddress(all ? null : host, format))
      }}
    >
      <h2>{t('export')}</h2>
      <select class="select export-what" aria-label={t('exportWhat')} value={all ? 'all' : 'host'} onChange={(event) => setEverything(event.currentTarget.value === 'all')}>
        {host && <option value="host">{t('exportSite', host)}</option>}
        <option value="all">{t('exportAll')}</option>
      </select>
      <select class="select" aria-label={t('exportFormat')} value={format} onChange={(event) => setFormat(event.currentTarget.value as ExportFormat)}>
        {Object.entries(formatNames).map(([id, name]) => (
          <option value={id}>{name}</option>
        ))}
      </select>
      <button class="button primary" disabled={captures === 0}>
        {t('exportButton')}
      </button>
      <p class="faint">{t('exportCount', captures)}</p>
    </form>
  )
}

function exportAddress(host: string | null, format: ExportFormat): string {
  const query = new URLSearchParams({ format, ...(host === null ? {} : { host }) })
  return `src/dashboard/index.html#/export?${query}`
}
