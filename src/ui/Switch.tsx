import type { JSX } from 'preact'

interface Props {
  label: string
  checked: boolean
  onChange: (checked: boolean) => void
  /** The label is read out but not shown. */
  quiet?: boolean
}

/** A labelled on/off switch: a native checkbox underneath, so keyboard and screen readers need nothing more. */
export function Switch({ label, checked, onChange, quiet = false }: Props): JSX.Element {
  return (
    <label class="switch-row">
      <input
        class="switch"
        type="checkbox"
        role="switch"
        checked={checked}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <span class={quiet ? 'visually-hidden' : ''}>{label}</span>
    </label>
  )
}
