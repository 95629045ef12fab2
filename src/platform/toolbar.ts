import { browser } from './browser'

/** Told apart by lightness as well as hue, and by the text itself, for those who do not see the colours. */
const looks = {
  conflict: '#c2410c',
  unverifiable: '#3b5b92',
  broken: '#475569',
} as const

export interface ToolbarState {
  /** Claims that are not what the site says of itself. */
  conflicts: number
  /** Claims on a site nobody knows what to expect of. */
  unverifiable: number
  /** The page cannot be read. */
  broken: boolean
}

/** Shows on the toolbar how many conflicting claims a tab holds; else how many that cannot be checked; `!` when it cannot be read. */
export async function showBadge(tabId: number, state: ToolbarState): Promise<void> {
  const { look, text } = badgeOf(state)
  await browser.action.setBadgeBackgroundColor({ tabId, color: looks[look] })
  await browser.action.setBadgeTextColor?.({ tabId, color: '#ffffff' })
  await browser.action.setBadgeText({ tabId, text })
}

function badgeOf({ conflicts, unverifiable, broken }: ToolbarState): { look: keyof typeof looks; text: string } {
  if (conflicts > 0) return { look: 'conflict', text: String(conflicts) }
  if (unverifiable > 0) return { look: 'unverifiable', text: String(unverifiable) }
  return { look: 'broken', text: broken ? '!' : '' }
}
