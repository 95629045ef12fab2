import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import type { PageReport } from '../../core/page'
import { skeletonOf, teachIn } from '../../platform/tabs'
import { t, type MessageName } from '../../ui/i18n'

interface Props {
  tabId: number
  report: PageReport
}

/** Why a page is not read rightly, and what a person can do about it. */
export function Problems({ tabId, report }: Props): JSX.Element {
  return (
    <>
      <ul class="problems faint">
        {report.problems.map((problem) => (
          <li>{problem}</li>
        ))}
      </ul>
      <p class="repair">
        <button class="button" onClick={() => void teach(tabId)}>
          {t(isTaught(report) ? 'teachSiteAgain' : 'teachSite')}
        </button>
        <CopyReport tabId={tabId} />
      </p>
      <p class="faint">{t('copyReportDetail')}</p>
    </>
  )
}

/** Offered quietly where a page was guessed at or taught, even when nothing seems wrong. */
export function Teach({ tabId, report }: Props): JSX.Element | null {
  const known = report.site !== 'generic' && !isTaught(report)
  if (known) return null
  return (
    <p class="faint repair">
      {report.site === 'generic' && report.turns > 0 && t('readByGuessing')}
      <button class="link" onClick={() => void teach(tabId)}>
        {t(isTaught(report) ? 'teachSiteAgain' : 'teachSite')}
      </button>
    </p>
  )
}

function isTaught({ site }: PageReport): boolean {
  return site.startsWith('taught-')
}

/** The pointing happens in the page, so the popup gets out of its way. */
async function teach(tabId: number): Promise<void> {
  if (await teachIn(tabId)) close()
}

type Copy = 'ready' | 'done' | 'failed'

const copyLabels: Record<Copy, MessageName> = { ready: 'copyReport', done: 'copiedReport', failed: 'copyReportFailed' }

function CopyReport({ tabId }: { tabId: number }): JSX.Element {
  const [state, setState] = useState<Copy>('ready')
  const copy = async () => {
    const report = await skeletonOf(tabId)
    if (report === null) throw new Error('nothing reads this page')
    await navigator.clipboard.writeText(report)
  }
  return (
    <button class="button copy-report" aria-live="polite" data-state={state} onClick={() => void copy().then(() => setState('done'), () => setState('failed'))}>
      {t(copyLabels[state])}
    </button>
  )
}
