import { useState } from 'preact/hooks'
import type { PackError } from '../../../core/rules/index'
import { ask } from '../../../platform/messages'
import type { PackChange } from '../../../platform/packs'
import type { BackgroundMessages } from '../../../platform/protocol'

/** One file on its way in. */
export interface Import {
  id: number
  file: string
  state:
    | { step: 'reading' }
    | { step: 'refused'; errors: PackError[] }
    /** Nothing is changed until the person says so. */
    | { step: 'asking'; text: string; change: PackChange }
    | { step: 'done'; change: PackChange }
}

/** No pack can be as large: it is not even read. */
const LARGEST_FILE = 20_000_000

export interface Imports {
  list: Import[]
  read(files: Iterable<File>): Promise<void>
  /** Applies what a file would change, in place of the pack it updates or beside it. */
  apply(one: Import, copy: boolean): Promise<void>
  dismiss(one: Import): void
}

/** The files a person gave, each read, checked by the background, and applied once it is clear what that means. */
export function useImports(): Imports {
  const [list, setList] = useState<Import[]>([])
  const set = (id: number, state: Import['state']) => setList((old) => old.map((one) => (one.id === id ? { ...one, state } : one)))
  const dismiss = ({ id }: Import) => setList((old) => old.filter((one) => one.id !== id))

  const readOne = async (file: File, id: number) => {
    setList((old) => [{ id, file: file.name, state: { step: 'reading' } }, ...old])
    set(id, await orRefusal(async () => readFile(file)))
  }
  return {
    list,
    dismiss,
    async read(files) {
      for (const file of files) await readOne(file, nextId++)
    },
    async apply(one, copy) {
      const { state } = one
      if (state.step === 'asking') set(one.id, await orRefusal(() => applyFile(state.text, copy)))
    },
  }
}

let nextId = 1

/** A file that changes nothing that is there is imported at once; an update is put to the person first. */
async function readFile(file: File): Promise<Import['state']> {
  if (file.size > LARGEST_FILE) return { step: 'refused', errors: [{ message: `the file has ${file.size} bytes; a pack has at most ${LARGEST_FILE}` }] }
  const text = await file.text()
  const plan = await ask<BackgroundMessages, 'packs/plan'>('packs/plan', { text, copy: false })
  if (!plan.ok) return { step: 'refused', errors: plan.errors }
  return plan.from ? { step: 'asking', text, change: plan } : applyFile(text, false)
}

async function applyFile(text: string, copy: boolean): Promise<Import['state']> {
  const plan = await ask<BackgroundMessages, 'packs/plan'>('packs/plan', { text, copy })
  if (!plan.ok) return { step: 'refused', errors: plan.errors }
  const outcome = await ask<BackgroundMessages, 'packs/import'>('packs/import', { text, copy })
  return outcome.ok ? { step: 'done', change: plan } : { step: 'refused', errors: outcome.errors }
}

async function orRefusal(run: () => Promise<Import['state']>): Promise<Import['state']> {
  try {
    return await run()
  } catch (error) {
    return { step: 'refused', errors: [{ message: error instanceof Error ? error.message : String(error) }] }
  }
}
