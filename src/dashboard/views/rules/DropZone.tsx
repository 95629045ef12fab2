import type { JSX } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { t } from '../../../ui/i18n'

/** Takes files dropped anywhere on the page while it is shown; true while files are held over it. */
export function useDroppedFiles(onFiles: (files: Iterable<File>) => void): boolean {
  const [over, setOver] = useState(false)
  const take = useRef(onFiles)
  take.current = onFiles
  useEffect(() => {
    const gone = new AbortController()
    const on = (type: 'dragover' | 'dragleave' | 'drop', run: (event: DragEvent) => void) => document.addEventListener(type, run, { signal: gone.signal })
    on('dragover', (event) => {
      if (!event.dataTransfer?.types.includes('Files')) return
      event.preventDefault()
      setOver(true)
    })
    on('dragleave', (event) => setOver(event.relatedTarget !== null))
    on('drop', (event) => {
      setOver(false)
      if (!event.dataTransfer?.types.includes('Files')) return
      event.preventDefault()
      take.current([...event.dataTransfer.files])
    })
    return () => gone.abort()
  }, [])
  return over
}

/** The file picker, as a button. */
export function PickFiles({ onFiles }: { onFiles: (files: Iterable<File>) => void }): JSX.Element {
  return (
    <label class="button primary pick">
      <input
        class="visually-hidden"
        type="file"
        accept=".json,application/json"
        multiple
        onChange={(event) => {
          onFiles([...(event.currentTarget.files ?? [])])
          event.currentTarget.value = ''
        }}
      />
      {t('importPacks')}
    </label>
  )
}
