import type { JSX } from 'preact'
import { builtInSites, type BuiltInSite } from '../../../platform/builtInSites'
import { t, type MessageName } from '../../../ui/i18n'

const howVerified: Record<BuiltInSite['verified']['by'], MessageName> = { page: 'verifiedPage', source: 'verifiedSource', facts: 'verifiedFacts' }

/** The sites that come with Telltale, and how far each description of them was checked. */
export function BuiltIn(): JSX.Element {
  return (
    <table class="site-table">
      <thead>
        <tr>
          <th>{t('site')}</th>
          <th>{t('sitesAddress')}</th>
          <th>{t('sitesVerified')}</th>
        </tr>
      </thead>
      <tbody>
        {builtInSites.map(({ id, label, matches, verified }) => (
          <tr key={id} data-site={id}>
            <td>{label}</td>
            <td class="mono">{matches.length === 0 ? <span class="faint">{t('sitesAnywhere')}</span> : matches.map((pattern) => pattern.replace(/^[^/]*\/\/|\/\*$/g, '')).join(', ')}</td>
            <td class="faint">{t(howVerified[verified.by], verified.on)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
