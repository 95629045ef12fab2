import type { Writable } from 'node:stream'

export interface Output {
  /** Whoever read it has gone (`| head`): nothing more need be made. */
  readonly closed: boolean
  /** Takes a line, with its end. */
  write(line: string): void
  /** Passes on what was taken, and waits until there is room for more. */
  flush(): Promise<void>
}

/** Lines to a stream in large pieces; memory stays flat however slow the reader is. */
export function openOutput(stream: Writable): Output {
  let lines: string[] = []
  let closed = false
  let failure: Error | null = null
  stream.on('error', (error: NodeJS.ErrnoException) => {
    closed = true
    if (error.code !== 'EPIPE') failure = error
  })
  return {
    get closed() {
      return closed
    },
    write(line) {
      lines.push(line)
    },
    async flush() {
      const text = lines.join('')
      lines = []
      if (text !== '' && !closed && !stream.write(text)) await roomOrEnd(stream)
      if (failure) throw failure
    },
  }
}

function roomOrEnd(stream: Writable): Promise<void> {
  return new Promise((resolve) => {
    const ends = ['drain', 'error', 'close'] as const
    const done = () => {
      for (const end of ends) stream.off(end, done)
      resolve()
    }
    for (const end of ends) stream.on(end, done)
  })
}
