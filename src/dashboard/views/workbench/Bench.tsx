import type { JSX } from 'preact'
import { useMemo, useState } from 'preact/hooks'
import { checkUserRule, compileRules, RULES_FORMAT, type Rule, type RulePack } from '../../../core/rules/index'
import { ask } from '../../../platform/messages'
import { CUSTOM_PACK, type PackOutcome } from '../../../platform/packs'
import type { BackgroundMessages } from '../../../platform/protocol'
import { t } from '../../../ui/i18n'
import { hashOf } from '../../route'
import { Complaints } from './Complaints'
import { draftFromRule, emptyDraft, idFor, isBlank, ruleFromDraft, type Draft } from './draft'
import { ContentFields, KindChoice } from './Fields'
import { Kept } from './Kept'
import { Options } from './Options'
import { Pasted } from './Pasted'

type Saved = { step: 'saved' } | { step: 'refused'; reason: string } | null

/** The rule on the bench: its form on one side, what it finds on the other. */
export function Bench({ rule: edited }: { rule: Rule | undefined }): JSX.Element {
  const [draft, setDraft] = useState<Draft>(edited ? draftFromRule(edited) : emptyDraft)
  const [saved, setSaved] = useState<Saved>(null)
  const rule = useMemo(() => ruleFromDraft(draft, edited?.id ?? idFor(draft, CUSTOM_PACK), edited), [draft])
  const checked = useMemo(() => (isBlank(draft) ? null : checkUserRule(rule)), [rule])
  const rules = useMemo(() => (checked?.ok ? compileRules([packOf(checked.rule)]) : null), [checked])
  const change = (part: Partial<Draft>) => {
    setDraft((old) => ({ ...old, ...part }))
    setSaved(null)
  }
  const save = async () => {
    const outcome = await ask<BackgroundMessages, 'rules/save'>('rules/save', { rule, replaces: edited?.id ?? null })
    setSaved(savedOf(outcome))
    if (outcome.ok && !edited) setDraft(emptyDraft)
  }
  return (
    <div class="bench">
      <form
        class="panel"
        onSubmit={(event) => {
          event.preventDefault()
          save().catch((error: unknown) => setSaved({ step: 'refused', reason: error instanceof Error ? error.message : String(error) }))
        }}
      >
        <KindChoice draft={draft} onChange={change} />
        <ContentFields draft={draft} onChange={change} />
        {checked && <Complaints rule={rule} checked={checked} />}
        <Options draft={draft} onChange={change} />
        <p class="actions">
          <button class="button primary" data-do="save" disabled={!checked?.ok}>{t(edited ? 'saveChanges' : 'saveRule')}</button>
          {edited && <a class="button" href={hashOf('workbench')}>{t('newRule')}</a>}
          <SavedNote saved={saved} />
        </p>
      </form>
      <div class="tries">
        <Pasted rules={rules} />
        <Kept rules={rules} />
      </div>
    </div>
  )
}

function SavedNote({ saved }: { saved: Saved }): JSX.Element {
  return (
    <span role="status" data-saved={saved?.step ?? ''}>
      {saved?.step === 'saved' && t('ruleSaved')}
      {saved?.step === 'refused' && t('ruleNotSaved', saved.reason)}
    </span>
  )
}

function savedOf(outcome: PackOutcome): Saved {
  return outcome.ok ? { step: 'saved' } : { step: 'refused', reason: outcome.errors.map((error) => error.message).join('; ') }
}

function packOf(rule: Rule): RulePack {
  return { format: RULES_FORMAT, id: 'workbench', version: '0.0.0', name: '', family: 'custom', enabled: true, rules: [rule] }
}
