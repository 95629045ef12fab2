import { openDB, type IDBPDatabase } from 'idb'
import { first } from './migrations/001-first'
import { VERSION, type Schema } from './schema'

export type Store = IDBPDatabase<Schema>

/** In order; the n-th brings version n - 1 to version n. */
const migrations = [first]

/**
 * The one way to the database, in every context: a page that opened it otherwise could create an empty one.
 * Closes itself when a newer version of the extension wants to upgrade.
 */
export function openStore(name = 'telltale'): Promise<Store> {
  return openDB<Schema>(name, VERSION, {
    upgrade(db, oldVersion) {
      for (const migrate of migrations.slice(oldVersion)) migrate(db)
    },
    blocking(_current, _blocked, event) {
      ;(event.target as IDBDatabase).close()
    },
  })
}
