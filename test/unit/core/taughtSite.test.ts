import { describe, expect, it } from 'vitest'
import { definitionOf, parseTaughtFile, parseTaughtSite, patternOf, taughtId } from '../../../src/core/taughtSite'

const site = {
  format: 'telltale-site/1', id: 'taught-chat-example', label: 'chat.example', matches: ['https://chat.example/*'], taughtOn: '2026-11-22',
  selectors: { userTurn: '.q', assistantTurn: ['.a', '.b'] },
}

describe('a taught site from a file', () => {
  it('is taken as it is written, alone or in a list', () => {
    expect(parseTaughtFile(JSON.stringify(site))).toEqual([site])
    expect(parseTaughtFile(JSON.stringify([site, site]))).toHaveLength(2)
    expect(definitionOf(parseTaughtSite(site))).toMatchObject({ verified: { on: '2026-11-22', by: 'page' }, selectors: site.selectors })
  })

  it.each([
    ['no JSON', '{', /^Not JSON/],
    ['every host', JSON.stringify({ ...site, matches: ['*://*/*'] }), /matches\.0/],
    ['no answers', JSON.stringify({ ...site, selectors: { userTurn: '.q' } }), /assistantTurn/],
    ['another format', JSON.stringify({ ...site, format: 'telltale-site/9' }), /format/],
    ['a built-in id', JSON.stringify({ ...site, id: 'chatgpt' }), /id: must be like/],
    ['an endless selector', JSON.stringify({ ...site, selectors: { ...site.selectors, trace: 'a'.repeat(501) } }), /trace/],
  ])('is refused when it has %s, saying where', (_, text, reason) => {
    expect(() => parseTaughtFile(text)).toThrow(reason)
  })

  it('is named by its host, port and all, and covers nothing else', () => {
    expect(taughtId('LocalHost:3000')).toBe('taught-localhost-3000')
    expect(patternOf('http://localhost:3000/c/1?x')).toBe('http://localhost:3000/*')
    expect(() => parseTaughtSite({ ...site, matches: [patternOf('http://[::1]:8080/')] })).not.toThrow()
  })
})
