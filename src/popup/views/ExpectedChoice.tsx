import type { JSX } from 'preact'
import { developerIds, developerLabel } from '../../core/identity/index'
import type { PageReport } from '../../core/page'
import { PERSON } from '../../core/switches'
import { changeSettings } from '../../platform/settings'
import { t } from '../../ui/i18n'

/** Lets the person say whom a host's models should be by, where only they know: self-hosted programs, sites with many models. */
export function ExpectedChoice({ report: { expected, host } }: { report: PageReport }): JSX.Element | null {
  if (expected !== null && expected.source !== PERSON) return null
  const ids = [...developerIds].sort((a, b) => developerLabel(a).localeCompare(developerLabel(b)))
  return (
    <label class="expected-choice">
      <span class="faint">{t('shouldBe')}</span>
      <select class="select" value={expected?.developers[0] ?? ''} onChange={(event) => void expectOn(host, event.currentTarget.value)}>
        <option value="">{t('shouldBeUnknown')}</option>
        {ids.map((id) => (
          <option value={id}>{developerLabel(id)}</option>
        ))}
      </select>
    </label>
  )
}

async function expectOn(host: string, developer: string): Promise<void> {
  await changeSettings((old) => {
    const { [host]: _, ...others } = old.expectedOn
    return { ...old, expectedOn: developer === '' ? others : { ...others, [host]: developer } }
  })
}
