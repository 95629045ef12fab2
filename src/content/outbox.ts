import type { UnsealedCapture } from '../core/captures/capture'
import { ask } from '../platform/messages'
import type { BackgroundMessages } from '../platform/protocol'

const PAUSE = 500
const LONGEST_PAUSE = 30_000
/** A long conversation is sent less often: a snapshot is copied whole, twice, on its way to the background. */
const CHARACTERS_PER_MS = 200

type Take = () => UnsealedCapture

export interface Outbox {
  /** Hands over the newest state of a conversation, taken when it is sent; an older unsent one of that id is superseded. */
  put(id: string, take: Take): void
  /** Sends now what waits: the page is going away. */
  flush(): void
}

/**
 * Sends snapshots to the background until each is acknowledged. A snapshot holds the whole conversation, so
 * sending the newest again is all that is needed after a worker died, a message was lost or storage failed.
 */
export function openOutbox(signal: AbortSignal, send = sendToBackground): Outbox {
  const waiting = new Map<string, Take>()
  let timer: ReturnType<typeof setTimeout> | undefined
  let failures = 0
  let size = 0

  const deliver = async () => {
    if (signal.aborted) return
    const delivered = await Promise.all([...waiting].map(([id, take]) => attempt(id, take)))
    timer = undefined
    failures = delivered.every(Boolean) ? 0 : failures + 1
    if (waiting.size > 0) schedule()
  }
  const attempt = async (id: string, take: Take): Promise<boolean> => {
    try {
      const snapshot = take()
      size = sizeOf(snapshot)
      await send(snapshot)
    } catch (error) {
      console.warn('Telltale could not keep this conversation yet and tries again:', error)
      return false
    }
    if (waiting.get(id) === take) waiting.delete(id)
    return true
  }
  const schedule = () => {
    timer ??= setTimeout(() => void deliver(), Math.min((PAUSE + size / CHARACTERS_PER_MS) * 2 ** failures, LONGEST_PAUSE))
  }
  return {
    put(id, take) {
      waiting.set(id, take)
      schedule()
    },
    flush() {
      for (const [id, take] of waiting) void attempt(id, take)
    },
  }
}

function sizeOf(capture: UnsealedCapture): number {
  return capture.messages.reduce((sum, message) => sum + message.content.length + (message.reasoning_content?.length ?? 0), 0)
}

async function sendToBackground(snapshot: UnsealedCapture): Promise<void> {
  await ask<BackgroundMessages, 'capture/save'>('capture/save', { capture: snapshot })
}
