import type { Capture } from '../captures/capture'

/** Valid raw in JSON, but taken for line ends, dropped or obeyed by some of what reads and shows it. */
const risky = /[\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g

/**
 * One capture as one line (contract `telltale-capture/1`), fields in the order of the contract. Any text
 * comes back equal from `JSON.parse`, lone surrogates and NUL included.
 */
export function captureLine(capture: Capture): string {
  const { format, id, aliases, site, host, url, title, modelLabel, startedAt, capturedAt, messages, findings, claims, ...rest } = capture
  const { verdict, expected, rulePacks, health, sha256 } = rest
  const head = { format, id, aliases, site, host, url, title, modelLabel, startedAt, capturedAt }
  return `${jsonLine({ ...head, messages, findings, claims, verdict, expected, rulePacks, health, sha256 })}\n`
}

/** JSON on one line in characters that no reader mistakes. */
export function jsonLine(value: unknown, replacer?: (key: string, value: unknown) => unknown): string {
  return JSON.stringify(value, replacer).replace(risky, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)
}
