import type { JSX } from 'preact'
import { t } from '../../../ui/i18n'
import { kinds, type Draft, type Kind } from './draft'

export interface FieldsProps {
  draft: Draft
  onChange: (change: Partial<Draft>) => void
}

const kindNames = { phrase: 'kindPhrase', anyOf: 'kindAnyOf', regex: 'kindRegex', near: 'kindNear' } as const satisfies Record<Kind, string>

/** Which of the four kinds of rule it is. */
export function KindChoice({ draft, onChange }: FieldsProps): JSX.Element {
  return (
    <fieldset class="kinds">
      <legend class="visually-hidden">{t('kindOfRule')}</legend>
      {kinds.map((kind) => (
        <label>
          <input type="radio" name="kind" class="visually-hidden" value={kind} checked={draft.kind === kind} onChange={() => onChange({ kind })} />
          <span>{t(kindNames[kind])}</span>
        </label>
      ))}
    </fieldset>
  )
}

/** What to look for: one field, or for two phrases near each other, four. */
export function ContentFields({ draft, onChange }: FieldsProps): JSX.Element {
  switch (draft.kind) {
    case 'phrase':
      return (
        <label class="labelled">
          <span>{t('phraseLabel')}</span>
          <input class="field" name="phrase" value={draft.phrase} placeholder={t('phraseHint')} autocomplete="off" onInput={(event) => onChange({ phrase: event.currentTarget.value })} />
        </label>
      )
    case 'anyOf':
      return <Phrases name="anyOf" label={t('anyOfLabel')} value={draft.anyOf} rows={5} onInput={(anyOf) => onChange({ anyOf })} />
    case 'regex':
      return (
        <label class="labelled">
          <span>{t('regexLabel')}</span>
          <input class="field mono" name="regex" value={draft.regex} placeholder="\b(?:trained|built) by \w+" spellcheck={false} autocomplete="off" aria-describedby="complaints" onInput={(event) => onChange({ regex: event.currentTarget.value })} />
        </label>
      )
    case 'near':
      return <NearFields draft={draft} onChange={onChange} />
  }
}

function NearFields({ draft, onChange }: FieldsProps): JSX.Element {
  return (
    <div class="near">
      <Phrases name="first" label={t('nearFirst')} value={draft.first} rows={3} onInput={(first) => onChange({ first })} />
      <Phrases name="second" label={t('nearSecond')} value={draft.second} rows={3} onInput={(second) => onChange({ second })} />
      <label class="labelled">
        <span>{t('nearWithin')}</span>
        <input class="field" name="within" type="number" min="0" max="1000" value={draft.within} onInput={(event) => onChange({ within: event.currentTarget.value })} />
      </label>
      <label class="check">
        <input type="checkbox" name="ordered" checked={draft.ordered} onChange={(event) => onChange({ ordered: event.currentTarget.checked })} />
        <span>{t('nearOrdered')}</span>
      </label>
    </div>
  )
}

interface PhrasesProps {
  name: string
  label: string
  value: string
  rows: number
  onInput: (value: string) => void
}

/** Phrases, one a line. */
function Phrases({ name, label, value, rows, onInput }: PhrasesProps): JSX.Element {
  return (
    <label class="labelled">
      <span>{label}</span>
      <textarea class="field" name={name} rows={rows} value={value} placeholder={t('oneALine')} onInput={(event) => onInput(event.currentTarget.value)} />
    </label>
  )
}
