import type { UnsealedCapture } from '../../src/core/captures/capture'
import { findClaims } from '../../src/core/identity/index'
import type { Page } from '../support/driver'

/** A conversation that is kept as if a page had shown it: one question, one answer. */
export function conversation(host: string, n: number, answer: string): UnsealedCapture {
  const at = new Date(Date.now() - n * 3_600_000).toISOString()
  const claims = findClaims(answer, { where: 'answer' }).map((claim) => ({ ...claim, turn: 'a' }))
  return {
    format: 'telltale-capture/1', id: `test:${host}:${n}`, site: 'test', host, url: `https://${host}/chat/${n}`, title: `Chat ${n}`,
    modelLabel: null, startedAt: at, capturedAt: at, verdict: 'conflicting', rulePacks: [], health: 'ok',
    messages: [{ role: 'user', content: 'Who are you?', id: 'q', at }, { role: 'assistant', content: answer, id: 'a', at }],
    findings: [], claims, expected: { developers: ['deepseek'], products: [], source: 'test' },
  }
}

/** Keeps captures by the message a content script would send, from one of the extension's own pages. */
export async function keep(own: Page, captures: readonly UnsealedCapture[]): Promise<void> {
  for (const capture of captures) {
    const reply = await own.evaluate(async (one: unknown) => chrome.runtime.sendMessage({ telltale: 'capture/save', input: { capture: one } }), capture as unknown)
    if (!(reply as { ok: boolean }).ok) throw new Error(`Not kept: ${JSON.stringify(reply)}`)
  }
}

declare const chrome: { runtime: { sendMessage(message: object): Promise<unknown> } }
