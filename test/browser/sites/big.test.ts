import { expect, it } from 'vitest'
import { siteFor } from '../../../src/sites/index'

it('an answer with thousands of controls is read in proportion to their number', () => {
  const frame = document.body.appendChild(document.createElement('iframe'))
  const page = frame.contentDocument!
  const controls = 12_000
  // Searching the answer anew for each control made this take longer than a test may.
  page.body.innerHTML = `<main><div class="message user">Hi there</div><div class="message assistant"><p>Choose one.</p>${'<button>word</button>'.repeat(controls)}</div></main>`
  const { turns } = siteFor(page, 'https://chat.example/').read(page, 'https://chat.example/')
  frame.remove()
  expect(turns.map(({ role, answer }) => [role, answer])).toEqual([['user', 'Hi there'], ['assistant', 'Choose one.']])
})
