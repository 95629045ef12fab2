import { captureOf, type UnsealedCapture } from '../core/captures/capture'
import type { Seen } from './page'

/** The whole conversation as it is known now, ready to be kept. `now` in ISO 8601 UTC. */
export function snapshotOf({ reading, turns, followed, terms, examinations }: Seen, now: string): UnsealedCapture {
  const packs = new Map(terms.rules.rules.map((rule) => [rule.id, rule.pack]))
  const capture = captureOf(
    { ...reading, turns: [...turns] },
    {
      now,
      examinations: new Map(turns.map(({ id }) => [id, examinations.of(id).examination])),
      expected: terms.expected,
      rulePacks: terms.rules.packs,
      packOf: (rule) => packs.get(rule),
      aliases: followed.aliases,
    },
  )
  return { ...capture, id: followed.id }
}
