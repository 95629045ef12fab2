import type { UnsealedCapture } from '../core/captures/capture'

/** What the background answers. Content scripts send these; `background/main.ts` is the table of their handlers. */
export type BackgroundMessages = {
  /** Keep a snapshot of a conversation. Idempotent: the same snapshot twice is one. */
  'capture/save': (input: { capture: UnsealedCapture }) => { id: string }
  /** What the toolbar shows for the sender's tab. */
  'page/badge': (input: { conflicts: number; unverifiable: number; broken: boolean }) => null
}
