import type { SiteDefinition } from '../../src/sites/site'
import type { Page } from '../support/driver'

/** A published chat UI, served by the fake server under `/hosts/`. */
export interface HostPage {
  /** Path on the fake server. */
  path: string
  composerKind: NonNullable<SiteDefinition['composerKind']>
  /** The composer, and where one waits for it. */
  composer: string
  /** What the package shows of a trace; `while thinking`: it is folded away, and gone from the DOM, when the answer begins. */
  trace: 'shown' | 'while thinking' | 'dropped'
  /** What it does to the DOM while an answer streams, as measured in docs/testing.md. */
  streaming: 'text in place' | 'blocks replaced' | 'turn replaced'
}

export const hostPages = {
  'deep-chat': { path: '/hosts/deep-chat/index.html', composerKind: 'contenteditable', composer: 'deep-chat #text-input', trace: 'dropped', streaming: 'blocks replaced' },
  'assistant-ui': { path: '/hosts/assistant-ui/index.html', composerKind: 'textarea', composer: '.composer textarea', trace: 'shown', streaming: 'text in place' },
  'flowise-embed': { path: '/hosts/flowise-embed/index.html', composerKind: 'textarea', composer: 'flowise-fullchatbot textarea', trace: 'while thinking', streaming: 'turn replaced' },
  nlux: { path: '/hosts/nlux/index.html', composerKind: 'textarea', composer: '.nlux-comp-composer textarea', trace: 'dropped', streaming: 'blocks replaced' },
  chatscope: { path: '/hosts/chatscope/index.html', composerKind: 'contenteditable', composer: '.cs-message-input__content-editor', trace: 'dropped', streaming: 'blocks replaced' },
} satisfies Record<string, HostPage>

export type HostName = keyof typeof hostPages

/** Types a prompt into that UI's composer and sends it, as a person would. */
export async function send(page: Page, name: HostName, text: string): Promise<void> {
  await page.type(hostPages[name].composer, text)
  await page.press('Enter')
}
