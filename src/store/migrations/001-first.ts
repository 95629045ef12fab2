import type { IDBPDatabase } from 'idb'
import type { Schema } from '../schema'

/** Captures, and the counts the popup shows. */
export function first(db: IDBPDatabase<Schema>): void {
  const captures = db.createObjectStore('captures', { keyPath: 'id' })
  captures.createIndex('host', 'host')
  captures.createIndex('capturedAt', 'capturedAt')
  const tallies = db.createObjectStore('tallies', { keyPath: ['host', 'rule', 'phrase', 'kind'] })
  tallies.createIndex('rank', ['host', 'weight', 'count', 'last.at'])
  db.createObjectStore('hosts', { keyPath: 'host' })
}
