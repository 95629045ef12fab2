import type { JSX } from 'preact'
import { parseExpression } from '../../../core/rules/expression'
import type { Rule, UserRuleResult } from '../../../core/rules/index'
import { t } from '../../../ui/i18n'

/** Why the rule cannot be used, at the place where an expression fails, or what its author may want to know. */
export function Complaints({ rule, checked }: { rule: Rule; checked: UserRuleResult }): JSX.Element {
  return (
    <div id="complaints" aria-live="polite">
      {checked.ok ? <Notes notes={checked.notes} /> : <Refusal rule={rule} messages={checked.errors.map((error) => error.message)} />}
    </div>
  )
}

function Notes({ notes }: { notes: readonly string[] }): JSX.Element {
  return <>{notes.map((note) => <p class="note faint">{note}</p>)}</>
}

function Refusal({ rule, messages }: { rule: Rule; messages: readonly string[] }): JSX.Element {
  const parsed = 'regex' in rule ? parseExpression(rule.regex) : null
  if ('regex' in rule && parsed && !parsed.ok) {
    const { at, message } = parsed.refusal
    return (
      <div class="refusal" role="alert">
        <AtPlace source={rule.regex} at={at} />
        <p>{t('refusedAt', at + 1, message)}</p>
      </div>
    )
  }
  return <ul class="refusal" role="alert">{messages.map((message) => <li>{message}</li>)}</ul>
}

/** How much of a long expression is shown on either side of the place. */
const AROUND = 40

function AtPlace({ source, at }: { source: string; at: number }): JSX.Element {
  return (
    <code class="mono at-place">
      {at > AROUND && '…'}
      {source.slice(Math.max(0, at - AROUND), at)}
      <mark>{source.slice(at, at + 1) || '\u00a0'}</mark>
      {source.slice(at + 1, at + AROUND)}
    </code>
  )
}
