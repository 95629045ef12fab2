import type { Capture, UnsealedCapture } from './capture'

/**
 * The capture with the SHA-256 of everything else in it: the UTF-8 bytes of its canonical JSON without
 * `sha256`. The conversation, findings, verdict, packs and times are covered; what a person adds later
 * (tags, notes) is kept outside the capture and is not.
 */
export async function sealCapture(capture: UnsealedCapture): Promise<Capture> {
  const unsealed = withoutSeal(capture)
  return { ...unsealed, sha256: await sha256(canonicalJson(unsealed)) }
}

/** Whether the capture is what was sealed. */
export async function isSealed(capture: Capture): Promise<boolean> {
  return capture.sha256 === (await sha256(canonicalJson(withoutSeal(capture))))
}

/**
 * JSON with keys in order of UTF-16 code units and no white space: RFC 8785, except that lone surrogates,
 * which it forbids and pages contain, are written as `\udXXX` (as `JSON.stringify` does).
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item ?? null)).join(',')}]`
  const fields = Object.entries(value).filter(([, field]) => field !== undefined)
  fields.sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${fields.map(([key, field]) => `${JSON.stringify(key)}:${canonicalJson(field)}`).join(',')}}`
}

function withoutSeal(capture: UnsealedCapture): UnsealedCapture {
  const { sha256: _, ...unsealed } = capture as Capture
  return unsealed
}

async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
