import type { JSX } from 'preact'
import { useMemo, useState } from 'preact/hooks'
import { marksOf } from '../../../core/markdown'
import { scanText, type RuleSet } from '../../../core/rules/index'
import { t } from '../../../ui/i18n'
import { stretchesOf } from './marked'

/** Longer texts are for the command line. UTF-16 code units. */
const LONGEST_TEXT = 200_000
/** A text in which nearly everything matches would be thousands of elements. */
const MOST_MARKS = 1000

/** A text to try the rule on. Its matches are marked as one types. */
export function Pasted({ rules }: { rules: RuleSet | null }): JSX.Element {
  const [text, setText] = useState('')
  const findings = useMemo(() => (rules ? findingsIn(rules, text) : []), [rules, text])
  return (
    <section class="panel" data-matches={findings.length}>
      <h2>{t('tryOnText')}</h2>
      <label class="labelled">
        <span class="visually-hidden">{t('pastedLabel')}</span>
        <textarea class="field" name="pasted" rows={5} maxLength={LONGEST_TEXT} value={text} placeholder={t('pastedHint')} onInput={(event) => setText(event.currentTarget.value)} />
      </label>
      {rules && text !== '' && (
        <>
          <p class="count" role="status">{t('matchesInText', findings.length)}</p>
          <div class="marked">
            {stretchesOf(text, findings.slice(0, MOST_MARKS)).map(({ text: piece, marked }) => (marked ? <mark>{piece}</mark> : piece))}
          </div>
        </>
      )}
    </section>
  )
}

/** A pasted text stands for an answer, or for reasoning when the rule looks only there. */
function findingsIn(rules: RuleSet, text: string) {
  const where = rules.rules[0]?.where ?? 'answer'
  return scanText(rules, text, { where, marks: marksOf(text, where) })
}
