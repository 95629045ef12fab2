import type { UnsealedCapture } from '../core/captures/capture'
import { ask } from '../platform/messages'
import type { BackgroundMessages } from '../platform/protocol'

const PAUSE = 500
const LONGEST_PAUSE = 30_000
/** A long conversation is sent less often: a snapshot is copied whole, twice, on its way to the background. */
const CHARACTERS_PER_MS = 200

export interface Outbox {
  /** Hands over the newest snapshot of a conversation; older unsent ones of the same id are superseded. */
  put(snapshot: UnsealedCapture): void
  /** Sends now what waits: the page is going away. */
  flush(): void
}

/**
 * Sends snapshots to the background until each is acknowledged. A snapshot holds the whole conversation, so
 * sending the newest again is all that is needed after a worker died, a message was lost or storage failed.
 */
export function openOutbox(signal: AbortSignal, send = sendToBackground): Outbox {
  const waiting = new Map<string, UnsealedCapture>()
  let timer: ReturnType<typeof setTimeout> | undefined
  let failures = 0
  let sending = false

  const deliver = async () => {
    timer = undefined
    if (sending || signal.aborted) return
    sending = true
    const delivered = await Promise.all([...waiting.values()].map((snapshot) => attempt(snapshot)))
    sending = false
    failures = delivered.every(Boolean) ? 0 : failures + 1
    if (waiting.size > 0) schedule()
  }
  const attempt = async (snapshot: UnsealedCapture): Promise<boolean> => {
    try {
      await send(snapshot)
    } catch (error) {
      console.warn('Telltale could not keep this conversation yet and tries again:', error)
      return false
    }
    if (waiting.get(snapshot.id) === snapshot) waiting.delete(snapshot.id)
    return true
  }
  const schedule = () => {
    const size = Math.max(0, ...[...waiting.values()].map(sizeOf))
    timer ??= setTimeout(() => void deliver(), Math.min((PAUSE + size / CHARACTERS_PER_MS) * 2 ** failures, LONGEST_PAUSE))
  }
  return {
    put(snapshot) {
      waiting.set(snapshot.id, snapshot)
      schedule()
    },
    flush() {
      for (const snapshot of waiting.values()) void attempt(snapshot)
    },
  }
}

function sizeOf(capture: UnsealedCapture): number {
  return capture.messages.reduce((sum, message) => sum + message.content.length + (message.reasoning_content?.length ?? 0), 0)
}

async function sendToBackground(snapshot: UnsealedCapture): Promise<void> {
  await ask<BackgroundMessages, 'capture/save'>('capture/save', { capture: snapshot })
}
