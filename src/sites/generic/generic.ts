import type { Site, SiteDefinition } from '../site'
import type { Finder } from '../finder'
import { definedFinder } from '../finder'
import { createSite } from '../reader'

const WORDS = { user: ['user', 'human'], assistant: ['assistant', 'bot', 'ai', 'model'] } as const
const ATTRIBUTES = ['data-message-author-role', 'data-message-role', 'data-author-role', 'data-role', 'data-author', 'data-sender', 'data-from', 'data-turn-role']

function named(role: keyof typeof WORDS, write: (word: string) => string): string {
  return WORDS[role].map(write).join(',')
}

/** How chat pages commonly say who speaks; tried in this order. */
const CONVENTIONS: readonly SiteDefinition['selectors'][] = [
  ...ATTRIBUTES.map((attribute) => (word: string) => `[${attribute}="${word}" i]`),
  (word: string) => `[data-testid="${word}-message" i]`,
  (word: string) => `.${word}-message,.message-${word},.${word}_message`,
  (word: string) => `.message.${word}`,
].map((write) => ({ userTurn: named('user', write), assistantTurn: named('assistant', write) }))

const UNKNOWN: SiteDefinition = {
  id: 'generic', label: 'This page', matches: [], shadow: true, verified: { on: '2026-11-22', by: 'facts' }, selectors: CONVENTIONS[0]!,
}

function guessingFinder(): Finder {
  const finders = CONVENTIONS.map((selectors) => definedFinder({ ...UNKNOWN, selectors }))
  let chosen = finders[0]!
  return {
    turns(roots) {
      for (const finder of finders) {
        const turns = finder.turns(roots)
        if (new Set(turns.map((turn) => turn.role)).size === 2) {
          chosen = finder
          return turns
        }
      }
      return []
    },
    parts: (turn, roots) => chosen.parts(turn, roots),
    signals: () => chosen.signals(),
  }
}

/** Reads a page nobody described; `like` lends its name where a known site is read by guessing. */
export function genericSite(like: SiteDefinition = UNKNOWN): Site {
  return createSite({ ...UNKNOWN, id: like.id, label: like.label }, guessingFinder())
}
