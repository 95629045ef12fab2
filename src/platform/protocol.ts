import type { UnsealedCapture } from '../core/captures/capture'
import type { TaughtSite } from '../core/taughtSite'
import type { ImportPlan, PackOutcome } from './packs'

/** What the background answers. Content scripts and our own pages send these; `background/main.ts` is the table of their handlers. */
export type BackgroundMessages = {
  /** Keep a snapshot of a conversation. Idempotent: the same snapshot twice is one. */
  'capture/save': (input: { capture: UnsealedCapture }) => { id: string }
  /** What the toolbar shows for the sender's tab. */
  'page/badge': (input: { conflicts: number; unverifiable: number; broken: boolean }) => null
  /** Keep what a person taught of the sender's page, for its host alone. Rejects with what is wrong. */
  'sites/teach': (input: { site: unknown }) => TaughtSite
  /** What importing this file as a pack would do; nothing is changed. Our own pages only, as all that follow. */
  'packs/plan': (input: { text: string; copy: boolean }) => ImportPlan
  /** Import it: in place of the person's pack of that id, or beside it as a copy. */
  'packs/import': (input: { text: string; copy: boolean }) => PackOutcome
  'packs/remove': (input: { id: string }) => PackOutcome
  /** Save a rule of the workbench, in place of the one it replaces. */
  'rules/save': (input: { rule: unknown; replaces: string | null }) => PackOutcome
  'rules/remove': (input: { id: string }) => PackOutcome
  /** Import taught sites from the text of a file: all, or none with what is wrong. */
  'sites/import': (input: { text: string }) => TaughtSite[]
  'sites/remove': (input: { id: string }) => null
}
