import type { JSX } from 'preact'
import { nameOf } from '../../ui/names'
import { switchRule, type Settings } from '../../platform/settings'
import { openTab, showTurn, type TabState } from '../../platform/tabs'
import type { Tally } from '../../store/schema'
import { formatAgo, formatNumber, t } from '../../ui/i18n'
import { ruleTitle } from '../../ui/rules'
import { Switch } from '../../ui/Switch'

interface Props {
  host: string
  tallies: readonly Tally[]
  settings: Settings
  tab: TabState
}

/** What was flagged on this host: one row a phrase and rule. */
export function Phrases({ host, tallies, settings, tab }: Props): JSX.Element {
  return (
    <section class="block">
      <h2>{t('flaggedOn', host)}</h2>
      {tallies.length === 0 ? (
        <p class="faint">{t('noPhrases')}</p>
      ) : (
        <ul class="phrases">
          {tallies.map((tally) => (
            <Phrase key={`${tally.rule} ${tally.phrase}`} tally={tally} settings={settings} tab={tab} />
          ))}
        </ul>
      )}
    </section>
  )
}

function Phrase({ tally, settings, tab }: { tally: Tally; settings: Settings; tab: TabState }): JSX.Element {
  const on = !settings.disabledRules.includes(tally.rule)
  return (
    <li class="phrase" data-kind={tally.kind} data-rule={tally.rule}>
      <q class="phrase-text" title={tally.phrase}>
        {tally.phrase}
      </q>
      <span class="phrase-count">{formatNumber(tally.count)}</span>
      <p class="phrase-meta faint">
        <span class="phrase-rule">{ruleTitle(tally.rule)}</span>
        {tally.identity && <span class="phrase-identity">{nameOf(tally.identity)}</span>}
        <time dateTime={tally.last.at}>{formatAgo(tally.last.at)}</time>
      </p>
      <button class="phrase-show" title={t('showInPage')} aria-label={t('showInPage')} onClick={() => void show(tally, tab)}>
        ↗
      </button>
      <Switch quiet label={t('flagRule', ruleTitle(tally.rule))} checked={on} onChange={(flag) => void switchRule(tally.rule, flag)} />
    </li>
  )
}

/** Goes to the turn in this tab when it is on the page, else opens the page where it was seen. */
async function show(tally: Tally, tab: TabState): Promise<void> {
  const here = tab.kind === 'read' && (await showTurn(tab.tabId, tally.last.turn))
  if (!here) await openTab(tally.last.url)
}
