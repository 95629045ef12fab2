import { developerLabel } from '../core/identity/index'
import type { Identity } from '../core/model'

/** "ChatGPT (OpenAI)": whom a claim names, as a person reads it. */
export function nameOf({ developer, product }: Identity): string {
  const maker = developer === null ? null : developerLabel(developer)
  if (product === null) return maker ?? '?'
  return maker === null || maker === product ? product : `${product} (${maker})`
}
