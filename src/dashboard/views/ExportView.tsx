import type { JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { formatNames } from '../../ui/formats'
import { formatNumber, t } from '../../ui/i18n'
import { exportFile, orderIn, type ExportedFile } from '../exportFile'

type State = { step: 'writing'; done: number } | { step: 'saved'; file: ExportedFile } | { step: 'failed'; reason: string }

/** Writes one export as soon as it is opened, and says what was written. */
export function ExportView({ query }: { query: URLSearchParams }): JSX.Element {
  const order = orderIn(query)
  const [state, setState] = useState<State>({ step: 'writing', done: 0 })
  useEffect(() => {
    exportFile(order, (done) => setState({ step: 'writing', done })).then(
      (file) => {
        setState({ step: 'saved', file })
        save(file)
      },
      (error: unknown) => setState({ step: 'failed', reason: error instanceof Error ? error.message : String(error) }),
    )
  }, [])
  return (
    <section class="sheet" aria-live="polite" data-step={state.step}>
      <h1>{t('exportTitle', formatNames[order.format])}</h1>
      <p class="faint">{order.host ?? t('exportAll')}</p>
      <Progress state={state} />
    </section>
  )
}

function Progress({ state }: { state: State }): JSX.Element {
  if (state.step === 'writing') return <p>{t('exportWriting', state.done)}</p>
  if (state.step === 'failed') return <p role="alert">{t('exportFailed', state.reason)}</p>
  const { file } = state
  if (file.captures === 0) return <p>{t('exportNothing')}</p>
  return (
    <>
      <p>{t('exportSaved', file.captures, formatNumber(Math.ceil(file.bytes / 1024)))}</p>
      <p>
        <a class="file" href={file.href} download={file.name}>
          {file.name}
        </a>
      </p>
      <p class="faint">{t('exportSaveAgain')}</p>
    </>
  )
}

function save(file: ExportedFile): void {
  if (file.captures === 0) return
  const link = document.createElement('a')
  link.href = file.href
  link.download = file.name
  link.click()
}
