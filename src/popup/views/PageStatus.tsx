import type { ComponentChildren, JSX } from 'preact'
import { nameOf } from '../../ui/names'
import { WITHDRAWN } from '../../core/flags'
import type { PageFlag, PageReport } from '../../core/page'
import { grantHost, reloadTab, showTurn, type TabState } from '../../platform/tabs'
import { t } from '../../ui/i18n'
import { headlineFlag } from '../state'
import { ExpectedChoice } from './ExpectedChoice'
import { Why } from './Why'
import { Problems, Teach } from './Repair'

/** What can be said of the page in front of the person, and the one thing to do about it. */
export function PageStatus({ tab }: { tab: TabState }): JSX.Element {
  switch (tab.kind) {
    case 'read':
      return <Report tabId={tab.tabId} report={tab.report} />
    case 'not-a-page':
      return <Card tone="quiet" title={t('notAPage')} detail={t('notAPageDetail')} />
    case 'reload':
      return (
        <Card tone="quiet" title={t('reloadNeeded')} detail={t('reloadNeededDetail')}>
          <button class="button primary" onClick={() => void reloadTab(tab.tabId)}>
            {t('reload')}
          </button>
        </Card>
      )
    case 'no-access':
      return (
        <Card tone="quiet" title={t('noAccess', tab.host)} detail={t('noAccessDetail')}>
          <button class="button primary" onClick={() => void grantHost(tab.origin)}>
            {t('grant', tab.host)}
          </button>
        </Card>
      )
  }
}

function Report({ tabId, report }: { tabId: number; report: PageReport }): JSX.Element {
  if (report.health === 'broken') return <Unreadable tabId={tabId} report={report} />
  const flag = headlineFlag(report)
  const warning = report.health === 'degraded' ? <Problems tabId={tabId} report={report} /> : <Teach tabId={tabId} report={report} />
  if (!flag) return <Quiet report={report}>{warning}</Quiet>
  if (flag.rule === WITHDRAWN) return <Withdrawn flag={flag}>{warning}</Withdrawn>
  const said = flag.identity ? nameOf(flag.identity) : flag.quote
  return (
    <Card
      tone={flag.kind}
      title={t(flag.kind === 'conflict' ? 'saysItIs' : 'saysItIsUnchecked', said)}
      detail={report.expected ? t('expected', expectedName(report)) : t('expectedUnknown')}
    >
      <blockquote class="quote">{flag.quote}</blockquote>
      <p class="faint">
        {t(flag.where === 'trace' ? 'seenInTrace' : 'seenInAnswer')}{' '}
        <button class="link" onClick={() => void showTurn(tabId, flag.turn)}>
          {t('showInPage')}
        </button>
      </p>
      <Why why={flag.why} />
      <ExpectedChoice report={report} />
      {warning}
    </Card>
  )
}

function Quiet({ report, children }: { report: PageReport; children: ComponentChildren }): JSX.Element {
  if (report.turns === 0) {
    return (
      <Card tone="quiet" title={t('noChat')} detail={t('noChatDetail')}>
        {children}
      </Card>
    )
  }
  if (report.health === 'degraded') {
    return (
      <Card tone="claim" title={t('degraded')} detail={t('nothingFlaggedDetail', report.turns)}>
        {children}
      </Card>
    )
  }
  const detail = report.verdict === 'consistent' ? t('consistentDetail', expectedName(report)) : t('nothingFlaggedDetail', report.turns)
  return (
    <Card tone="good" title={t(report.verdict === 'consistent' ? 'consistent' : 'nothingFlagged')} detail={detail}>
      {children}
    </Card>
  )
}

function Withdrawn({ flag, children }: { flag: PageFlag; children: ComponentChildren }): JSX.Element {
  return (
    <Card tone={flag.kind} title={t('withdrawnTitle')} detail={t('withdrawnDetail')}>
      <blockquote class="quote">{flag.quote}</blockquote>
      {children}
    </Card>
  )
}

function Unreadable({ tabId, report }: { tabId: number; report: PageReport }): JSX.Element {
  return (
    <Card tone="claim" title={t('broken', report.label)} detail={t('brokenDetail')}>
      <Problems tabId={tabId} report={report} />
    </Card>
  )
}

function expectedName({ expected }: PageReport): string {
  return expected?.developers.map((developer) => nameOf({ developer, product: null })).join(', ') ?? ''
}

interface CardProps {
  tone: 'conflict' | 'claim' | 'artefact' | 'boilerplate' | 'custom' | 'good' | 'quiet'
  title: string
  detail: string
  children?: ComponentChildren
}

function Card({ tone, title, detail, children }: CardProps): JSX.Element {
  return (
    <section class="card" data-kind={tone} aria-live="polite">
      <h2>{title}</h2>
      <p>{detail}</p>
      {children}
    </section>
  )
}
