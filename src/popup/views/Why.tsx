import type { JSX } from 'preact'
import type { Flag } from '../../core/flags'
import type { OtherReason } from '../../core/identity/index'
import { t, type MessageName } from '../../ui/i18n'

/** What a claim that was made, and not taken back, may have come from. */
const reasons: Partial<Record<OtherReason, MessageName>> = {
  'shared-training-data': 'reasonTraining',
  contamination: 'reasonContamination',
  'system-prompt': 'reasonPrompt',
  wrapper: 'reasonWrapper',
  'loose-comparison': 'reasonComparison',
  'same-vendor-policy-wording': 'reasonPolicy',
}

/** Which words made the claim, and what else could explain them. */
export function Why({ why }: { why: Flag['why'] }): JSX.Element | null {
  if (!why) return null
  const others = why.otherReasons.flatMap((reason) => reasons[reason] ?? [])
  return (
    <details class="why">
      <summary>{t('why')}</summary>
      <p>{t('whyWords', why.words.join(' … '))}</p>
      <ul class="problems">
        {others.map((name) => (
          <li>{t(name)}</li>
        ))}
      </ul>
    </details>
  )
}
