import type { Verdict } from '../model'
import { visible } from './visible'

/** Text for an element or a quoted attribute. */
export function escape(text: string): string {
  return visible(text).replace(/[&<>"'`]/g, (sign) => `&#${sign.charCodeAt(0)};`)
}

export function chip(verdict: Verdict): string {
  return `<span class="chip ${verdict}">${verdict === 'none' ? 'no claim' : verdict}</span>`
}

export function time(iso: string): string {
  const shown = escape(iso.replace(/^(.{10})T(.{5}).*$/, '$1 $2 UTC'))
  return `<time datetime="${escape(iso)}">${shown}</time>`
}
