import type { JSX } from 'preact'
import { developerIds, developerLabel } from '../../../core/identity/index'
import { t } from '../../../ui/i18n'
import type { Draft } from './draft'
import type { FieldsProps } from './Fields'

type Choice = 'match' | 'boundary' | 'where' | 'code' | 'severity'

/** Everything a rule may say beside what it looks for; what it says when left alone comes first. */
export function Options({ draft, onChange }: FieldsProps): JSX.Element {
  const choices: Record<Choice, { label: string; values: Record<string, string>; hidden?: boolean }> = {
    match: { label: t('optionMatch'), values: { folded: t('matchFolded'), case: t('matchCase'), exact: t('matchExact') } },
    boundary: { label: t('optionBoundary'), values: { word: t('boundaryWord'), start: t('boundaryStart'), none: t('boundaryNone') }, hidden: draft.kind === 'regex' },
    where: { label: t('optionWhere'), values: { '': t('whereBoth'), answer: t('whereAnswer'), trace: t('whereTrace') } },
    code: { label: t('optionCode'), values: { '': t('codeToo'), skip: t('codeSkip'), only: t('codeOnly') } },
    severity: { label: t('optionSeverity'), values: { '': t('notSaid'), high: t('severityHigh'), medium: t('severityMedium'), low: t('severityLow') } },
  }
  return (
    <div class="options">
      {(Object.keys(choices) as Choice[]).filter((name) => !choices[name].hidden).map((name) => (
        <Select name={name} label={choices[name].label} values={choices[name].values} value={draft[name]} onChange={(value) => onChange({ [name]: value })} />
      ))}
      <Select name="developer" label={t('optionDeveloper')} values={developers()} value={draft.developer} onChange={(developer) => onChange({ developer })} />
      <Text name="product" label={t('optionProduct')} draft={draft} onChange={onChange} />
      <Text name="note" label={t('optionNote')} draft={draft} onChange={onChange} />
    </div>
  )
}

function developers(): Record<string, string> {
  const named = developerIds.map((id) => [id, developerLabel(id)] as const).sort((a, b) => a[1].localeCompare(b[1]))
  return { '': t('nobody'), ...Object.fromEntries(named) }
}

interface SelectProps {
  name: keyof Draft
  label: string
  values: Record<string, string>
  value: string
  onChange: (value: string) => void
}

function Select({ name, label, values, value, onChange }: SelectProps): JSX.Element {
  return (
    <label class="labelled">
      <span>{label}</span>
      <select class="select" name={name} value={value} onChange={(event) => onChange(event.currentTarget.value)}>
        {Object.entries(values).map(([id, text]) => <option value={id}>{text}</option>)}
      </select>
    </label>
  )
}

function Text({ name, label, draft, onChange }: FieldsProps & { name: 'product' | 'note'; label: string }): JSX.Element {
  return (
    <label class="labelled">
      <span>{label}</span>
      <input class="field" name={name} value={draft[name]} autocomplete="off" onInput={(event) => onChange({ [name]: event.currentTarget.value })} />
    </label>
  )
}
