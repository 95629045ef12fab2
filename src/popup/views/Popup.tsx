import type { JSX } from 'preact'
import { t } from '../../ui/i18n'
import { usePopupState } from '../state'
import { Export } from './Export'
import { PageStatus } from './PageStatus'
import { Phrases } from './Phrases'
import { Rules } from './Rules'
import { Hosts } from './Hosts'

interface Props {
  subject: Promise<{ id: number; url: string } | null>
}

/** This page's verdict first, then what was flagged on its host, then everything else. */
export function Popup({ subject }: Props): JSX.Element {
  const state = usePopupState(subject)
  if (!state) return <div class="loading" aria-busy="true" />
  return (
    <>
      <header class="head">
        <img src="/icons/32.png" width="20" height="20" alt="" />
        <h1>{t('name')}</h1>
        {state.host && <span class="host faint">{state.host}</span>}
      </header>
      <PageStatus tab={state.tab} />
      {state.host && <Phrases host={state.host} tallies={state.tallies} settings={state.settings} tab={state.tab} />}
      <Hosts hosts={state.hosts} current={state.host} />
      <Rules settings={state.settings} />
      <Export host={state.host} hosts={state.hosts} />
    </>
  )
}
