import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { findClaims } from '../../../../src/core/identity/index'

interface Sentences {
  claimed: [text: string, developer: string][]
  denied: string[]
  mentioned: string[]
  quoted: string[]
  hypothetical: string[]
}

const folder = new URL('./sentences/', import.meta.url)
const claimedIn = (text: string) => findClaims(text, { where: 'answer' }).filter((claim) => claim.polarity === 'claimed')

describe.each(readdirSync(folder))('%s', (file) => {
  const sentences = JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Sentences
  test.each(sentences.claimed)('claims: %s', (text, developer) => {
    const claims = claimedIn(text)
    expect(claims.length).toBeGreaterThan(0)
    expect([...new Set(claims.map((claim) => claim.developer))]).toEqual([developer])
  })
  test.each(Object.entries(sentences).flatMap(([label, list]) => (label === 'claimed' ? [] : (list as string[]).map((text) => [label, text]))))('%s: %s', (_, text) => {
    expect(claimedIn(text)).toEqual([])
  })
})
