import { useEffect, useState } from 'preact/hooks'

/** Where a value that others may change is read, and how its changes are heard of. */
export interface Watched<T> {
  read: () => Promise<T>
  watch: (onChange: (value: T) => void, signal: AbortSignal) => void
}

/** The value as it is now, kept up to date while the component is shown; null until it was first read. */
export function useWatched<T>({ read, watch }: Watched<T>): T | null {
  const [value, setValue] = useState<{ is: T } | null>(null)
  useEffect(() => {
    const gone = new AbortController()
    watch((is) => setValue({ is }), gone.signal)
    void read().then((is) => setValue((heard) => (gone.signal.aborted ? heard : (heard ?? { is }))))
    return () => gone.abort()
  }, [])
  return value && value.is
}
