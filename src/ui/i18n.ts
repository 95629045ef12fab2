import type messages from '../../public/_locales/en/messages.json'

export type MessageName = keyof typeof messages

/** Reads a message by name; the host (extension or test) is given by `readMessagesFrom`. */
type Read = (name: MessageName, substitutions: string[]) => string

let read: Read = (name) => name

/** Sets where messages come from; called once by each page before it renders. */
export function readMessagesFrom(from: Read): void {
  read = from
}

/** A message of the interface in the person's language. */
export function t(name: MessageName, ...substitutions: (string | number)[]): string {
  return read(name, substitutions.map((value) => (typeof value === 'number' ? formatNumber(value) : value)))
}

/** A whole number with the person's separators. */
export function formatNumber(value: number): string {
  return new Intl.NumberFormat().format(value)
}

const units = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const

/** "3 days ago", in the person's language; ISO 8601 in. */
export function formatAgo(at: string, now = Date.now()): string {
  const passed = Date.parse(at) - now
  const format = new Intl.RelativeTimeFormat(undefined, { numeric: 'auto', style: 'short' })
  for (const [unit, size] of units) if (Math.abs(passed) >= size) return format.format(Math.round(passed / size), unit)
  return format.format(0, 'minute')
}
