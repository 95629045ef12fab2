import type { JSX } from 'preact'
import type { PackError } from '../../../core/rules/index'
import type { PackChange } from '../../../platform/packs'
import { t } from '../../../ui/i18n'
import { Changes } from './Changes'
import type { Import, Imports } from './imports'

/** What became of one file, and what the person can do about it. */
export function ImportCard({ one, imports }: { one: Import; imports: Imports }): JSX.Element {
  const { state, file } = one
  const dismiss = () => imports.dismiss(one)
  if (state.step === 'reading') return <p class="notice" aria-busy="true">{t('importReading', file)}</p>
  if (state.step === 'refused') return <Refused file={file} errors={state.errors} dismiss={dismiss} />
  if (state.step === 'done') {
    return (
      <div class="notice" data-tone="good" data-import="done">
        <p>{t(state.change.from ? 'importUpdated' : 'importDone', state.change.name, state.change.version, state.change.rules)}</p>
        <button class="button" onClick={dismiss}>{t('dismiss')}</button>
      </div>
    )
  }
  return <Asking one={one} change={state.change} imports={imports} dismiss={dismiss} />
}

function Refused({ file, errors, dismiss }: { file: string; errors: readonly PackError[]; dismiss: () => void }): JSX.Element {
  return (
    <section class="notice" data-tone="bad" data-import="refused" role="alert">
      <div>
        <h2>{t('importRefused', file)}</h2>
        <p>{t('importRefusedDetail')}</p>
        <ul class="faults">
          {errors.map((error) => (
            <li>
              <span class="faint">{placeOf(error)}</span>
              <span>{error.message}</span>
            </li>
          ))}
        </ul>
      </div>
      <button class="button" onClick={dismiss}>{t('dismiss')}</button>
    </section>
  )
}

function placeOf({ line, rule }: PackError): string {
  const places = [line === undefined ? null : t('atLine', line), rule ?? null]
  return places.filter((place) => place !== null).join(' · ')
}

interface AskingProps {
  one: Import
  change: PackChange
  imports: Imports
  dismiss: () => void
}

function Asking({ one, change, imports, dismiss }: AskingProps): JSX.Element {
  const same = change.added.count + change.removed.count + change.changed.count === 0
  return (
    <section class="notice update" data-import="asking">
      <h2>{t('updateTitle', change.name)}</h2>
      <p>{t('updateVersions', change.from?.version ?? '', change.version)}</p>
      {same ? <p class="faint">{t('updateSame')}</p> : <Changes change={change} />}
      <p class="actions">
        <button class="button primary" data-do="apply" onClick={() => void imports.apply(one, false)}>{t('updateApply')}</button>
        <button class="button" data-do="copy" onClick={() => void imports.apply(one, true)}>{t('updateKeepBoth')}</button>
        <button class="button" data-do="cancel" onClick={dismiss}>{t('cancel')}</button>
      </p>
    </section>
  )
}
