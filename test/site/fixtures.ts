import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import type { Conversation, Health, Role } from '../../src/core/model'
import type { SavedPage } from './pages'

/** What a fixture must read as, made by reading it. */
export interface ExpectedReading {
  url: string
  site: string
  health: Health
  turns: { role: Role; answer: string; trace: string | null }[]
}

export interface Fixture extends SavedPage {
  name: string
  expected: ExpectedReading
}

export const fixturesRoot = resolve(import.meta.dirname, '../fixtures/sites')

/** Every recorded page under a directory. Throws naming the file that is no expectation. */
export function fixturesIn(root: string): Fixture[] {
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.expected.json')).sort()
  return files.map((name) => {
    const path = join(root, name)
    const expected = parse(path)
    return { name: relative(root, path).replace('.expected.json', ''), url: expected.url, file: path.replace('.expected.json', '.html'), expected }
  })
}

function parse(path: string): ExpectedReading {
  try {
    const expected = JSON.parse(readFileSync(path, 'utf8')) as ExpectedReading
    if (!URL.canParse(expected.url) || !Array.isArray(expected.turns)) throw new Error('it needs "url" and "turns"')
    return expected
  } catch (error) {
    throw new Error(`${path}: ${error instanceof Error ? error.message : String(error)}`)
  }
}

/** The part of a reading that a fixture holds on to. */
export function expectedOf(url: string, { site, health, turns }: Conversation): ExpectedReading {
  return { url, site, health, turns: turns.map(({ role, answer, trace }) => ({ role, answer, trace })) }
}

/** How a reading differs from what was expected, in words without page text; empty when it does not. */
export function differences(expected: ExpectedReading, now: ExpectedReading): string[] {
  const found: string[] = []
  if (now.site !== expected.site) found.push(`read as ${now.site} instead of ${expected.site}`)
  if (now.health !== expected.health) found.push(`health is ${now.health} instead of ${expected.health}`)
  if (now.turns.length !== expected.turns.length) found.push(`${now.turns.length} turns instead of ${expected.turns.length}`)
  expected.turns.forEach((turn, i) => {
    const read = now.turns[i]
    if (!read) return
    if (read.role !== turn.role) found.push(`turn ${i + 1} is by the ${read.role} instead of the ${turn.role}`)
    else if (read.answer !== turn.answer) found.push(`turn ${i + 1} has another ${turn.role === 'user' ? 'question' : 'answer'} (${read.answer.length} characters instead of ${turn.answer.length})`)
    else if (read.trace !== turn.trace) found.push(`turn ${i + 1} has another trace (${read.trace?.length ?? 'no'} characters instead of ${turn.trace?.length ?? 'none'})`)
  })
  return found
}

/** The same reading with every text reduced to its length: equal for a page and its scrubbed copy. */
export function shapeOf(reading: ExpectedReading): string {
  return JSON.stringify([reading.site, reading.health, reading.turns.map(({ role, answer, trace }) => [role, answer.length, trace?.length ?? null])])
}
