import { existsSync, readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { findClaims } from '../../src/core/identity/index'
import { dataFolder } from './identityData'

interface Answer {
  id: string
  prompt: string
  text: string
}

/**
 * Counts the ordinary answers in which somebody is claimed, and lists each on standard error: which of them are true
 * claims and which false alarms is for a reader to say (docs/identity.md keeps the last reading).
 */
export function alarms(print: (name: string, figures: Record<string, unknown>) => void): void {
  const file = new URL('background/alpaca-dev.jsonl.gz', dataFolder)
  if (!existsSync(file)) return console.error(`identity: no ordinary answers at ${file.pathname}`)
  const answers = gunzipSync(readFileSync(file)).toString().trim().split('\n').map((line) => JSON.parse(line) as Answer)
  let flagged = 0
  for (const { id, prompt, text } of answers) {
    const claims = findClaims(text, { where: 'answer', prompt }).filter((claim) => claim.polarity === 'claimed')
    if (claims.length === 0) continue
    flagged++
    console.error(`${id}\t${claims.map((claim) => `${claim.strength} ${claim.developer ?? 'unknown'}: ${claim.quote.replaceAll('\n', ' ').slice(0, 160)}`).join(' | ')}`)
  }
  print('ordinary answers with a claim, true or false', { ours: Math.round(flagged / answers.length * 1e5) / 10, unit: 'per 10,000 answers', n: answers.length })
}
