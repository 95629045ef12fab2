import type { JSX } from 'preact'
import type { HostTotal } from '../../store/schema'
import { formatAgo, formatNumber, t } from '../../ui/i18n'

/** Every host something was flagged on, with its counts. */
export function Hosts({ hosts, current }: { hosts: readonly HostTotal[]; current: string | null }): JSX.Element | null {
  const others = hosts.filter((total) => total.host !== current && total.captures > 0)
  if (others.length === 0) return null
  return (
    <details class="block">
      <summary>{t('otherSites', others.length)}</summary>
      <table class="hosts">
        <thead>
          <tr>
            <th>{t('site')}</th>
            <th class="number">{t('conflicts')}</th>
            <th class="number">{t('flags')}</th>
            <th>{t('lastSeen')}</th>
          </tr>
        </thead>
        <tbody>
          {others.map((total) => (
            <tr key={total.host}>
              <td class="host-name">{total.host}</td>
              <td class="number">{formatNumber(total.conflicts)}</td>
              <td class="number">{formatNumber(total.count)}</td>
              <td>{formatAgo(total.lastAt)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}
