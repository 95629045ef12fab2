import { browser } from './browser'

/** Told apart by hue and lightness in every common form of colour blindness, and by the text itself. */
const colours = { conflict: '#c2410c', broken: '#475569' } as const

/** Shows on the toolbar how many conflicting claims this tab holds; `!` when its page cannot be read. */
export async function showBadge(tabId: number, conflicts: number, broken: boolean): Promise<void> {
  const text = conflicts > 0 ? String(Math.min(conflicts, 999)) : broken ? '!' : ''
  await browser.action.setBadgeBackgroundColor({ tabId, color: conflicts > 0 ? colours.conflict : colours.broken })
  await browser.action.setBadgeTextColor?.({ tabId, color: '#ffffff' })
  await browser.action.setBadgeText({ tabId, text })
}
