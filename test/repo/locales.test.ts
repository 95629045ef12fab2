import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

type Messages = Record<string, { message: string; placeholders?: Record<string, { content: string }> }>

const root = 'public/_locales'
const read = (locale: string) => JSON.parse(readFileSync(join(root, locale, 'messages.json'), 'utf8')) as Messages
const english = read('en')
/** Read by the browser from the manifest, not by our code. */
const inManifest = ['name', 'description']

const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file))
  .map((file) => readFileSync(join('src', file), 'utf8'))

describe('the English messages', () => {
  it('are all used', () => {
    const unused = Object.keys(english).filter((name) => !inManifest.includes(name) && !sources.some((source) => source.includes(`'${name}'`)))
    expect(unused).toEqual([])
  })

  it('name each placeholder they use, and use each they name', () => {
    for (const [name, { message, placeholders = {} }] of Object.entries(english)) {
      const used = [...message.matchAll(/\$(\w+)\$/g)].map((match) => match[1]!.toLowerCase())
      expect([...new Set(used)].sort(), name).toEqual(Object.keys(placeholders).sort())
    }
  })
})

describe.each(readdirSync(root).filter((locale) => locale !== 'en'))('the messages in %s', (locale) => {
  const messages = read(locale)

  it('are the English ones, no more and no fewer, each with its placeholders', () => {
    expect(Object.keys(messages).sort()).toEqual(Object.keys(english).sort())
    for (const name of Object.keys(english)) expect(messages[name]?.placeholders, name).toEqual(english[name]?.placeholders)
  })

  it('are translated', () => {
    const same = Object.keys(english).filter((name) => name !== 'name' && messages[name]?.message === english[name]?.message && /[a-z]{4}/i.test(english[name]?.message ?? ''))
    expect(same).toEqual([])
  })
})
