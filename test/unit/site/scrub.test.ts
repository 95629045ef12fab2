import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anonymousId, fill, scrubAddress, scrubAttribute, scrubbed } from '../../site/scrub'

const shape = (text: string) => text.replace(/[\p{L}\p{N}]/gu, 'x')

describe('what scrubbing leaves of a page', () => {
  it('fills text with letters of the same shape', () => {
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom(...'aZ9 .,!?é字😀ش\n') }), (text) => shape(fill(text)) === shape(text)))
    const said = 'My name is Ada Lovelace and I live at 12 Byron Street.'
    for (const word of said.match(/\w{5,}/g)!) expect(fill(said)).not.toContain(word)
  })

  it('keeps what the reader tells speech from reasoning by, and nothing else that was written', () => {
    const { texts } = scrubbed({ texts: ['Thought for 12 seconds', 'You said:', '<think>Ada lives here</think>Goodbye then'], attributes: [] })
    expect(texts['Thought for 12 seconds']).toBe('Thought for 12 seconds')
    expect(texts['You said:']).toBe('You said:')
    expect(texts['<think>Ada lives here</think>Goodbye then']).toMatch(/^<think>\w{3} \w{5} \w{4}<\/think>\w{7} \w{4}$/)
  })

  it('keeps names of the page’s authors in attributes, and never what somebody wrote there', () => {
    expect(scrubAttribute('class', 'ds-message _63c77b1')).toBe('ds-message _63c77b1')
    expect(scrubAttribute('data-message-author-role', 'assistant')).toBe('assistant')
    expect(scrubAttribute('data-testid', 'conversation-turn-3')).toMatch(/^conversation-turn-\d$/)
    expect(scrubAttribute('aria-label', 'Chat about my divorce')).not.toMatch(/divorce|about/)
    expect(scrubAttribute('href', '/c/6a1f-secret')).not.toContain('secret')
    expect(scrubAttribute('src', 'https://cdn.example/me.png')).toBeNull()
    expect(scrubAttribute('onclick', 'steal()')).toBeNull()
    expect(scrubAttribute('style', 'display:none;background:url(https://a.example/u/ada)')).toBe('display:none;background:none')
  })

  it('makes another id of an id, of the same kind', () => {
    const id = 'message-9f1b2c3d-1111-4abc-8def-001122334455'
    expect(anonymousId(id)).toMatch(/^message-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
    expect(anonymousId(id)).not.toBe(id)
    const { attributes } = scrubbed({ texts: [], attributes: [['id', 'panel-4711'], ['aria-controls', 'panel-4711']] })
    expect(attributes['aria-controls']!['panel-4711']).toBe(attributes.id!['panel-4711'])
  })

  it('drops from an address what could lead back', () => {
    const address = scrubAddress('https://chat.example/c/9f1b2c3d4e5f?user=ada99#frag')
    expect(address).toMatch(/^https:\/\/chat\.example\/c\/[0-9a-f]{12}\?user=/)
    expect(address).not.toMatch(/9f1b2c3d4e5f|ada99|frag/)
  })
})
