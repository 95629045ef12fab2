import { describe, expect, test } from 'vitest'
import { generalise } from '../../../src/content/picker/generalise'
import { completed } from '../../../src/content/picker/completed'
import { openRoots } from '../../../src/sites/dom'
import { createSite } from '../../../src/sites/reader'
import { selfHosted } from '../../fixtures/sites/selfHosted'
import { talk, type Shape } from '../../fixtures/sites/talk'
import { widgets } from '../../fixtures/sites/widgets'
import { show } from '../sites/pages'

const bare = (text: string) => text.replace(/\s+/g, '')

/** The innermost element that shows this text: where a person would click. */
function showing(document: Document, text: string): Element {
  const all = openRoots(document).flatMap((root) => [...root.querySelectorAll('*')]).filter((element) => !element.matches('script,style,title,head,textarea'))
  const found = all.filter((element) => bare(element.textContent ?? '').includes(text) && element.getClientRects().length > 0)
  return found.at(-1)!
}

async function taught(shape: Shape) {
  const { document, close } = await show(shape.page(talk))
  const answer = showing(document, talk[1]!.text.slice(0, 12))
  const question = showing(document, bare(talk[1]!.question))
  const learned = generalise(document, { answer, question, composer: null })
  const definition = learned && { id: 'taught', label: 'taught', matches: [], ...learned, verified: { on: '2026-11-22', by: 'page' as const } }
  const reading = definition && createSite(completed(definition)).read(document, shape.url)
  const turns = reading?.turns.map(({ role, answer: text }) => [role, bare(text)])
  close()
  return { learned, health: reading?.health, turns }
}

const expected = talk.flatMap(({ question, text }) => [['user', bare(question)], ['assistant', text]])

describe('pointing at one answer and one question', () => {
  test.each([...Object.entries(selfHosted), ...Object.entries(widgets)])('%s: every turn is found, or the reading is not called ok', async (_, shape) => {
    const { learned, health, turns } = await taught(shape)
    expect(learned).not.toBeNull()
    if (health === 'ok') expect(turns, JSON.stringify(learned)).toEqual(expected)
    else expect(health, JSON.stringify(learned)).toMatch(/degraded|broken/)
  })
})
