import { exec } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { builtCommand } from './telltale'

/** `$ command` and what it prints, out of the fenced console examples. */
function examplesIn(markdown: string): { command: string; printed: string }[] {
  return [...markdown.matchAll(/```console\n\$ (.+)\n([\s\S]*?)```/g)].map(([, command, printed]) => ({ command: command!, printed: printed! }))
}

/** Lines of JSON by what they hold; which words made a claim one is the engine's to refine. */
function asData(printed: string): unknown[] {
  return printed.split('\n').map((line) => (line.startsWith('{') ? JSON.parse(line, (key, value: unknown) => (key === 'because' ? undefined : value)) : line) as unknown)
}

const examples = examplesIn(readFileSync(new URL('../../../docs/cli.md', import.meta.url), 'utf8'))

describe('docs/cli.md', { timeout: 60_000 }, () => {
  test('has examples', () => {
    expect(examples.length).toBeGreaterThan(2)
  })

  test.each(examples)('$command', async ({ command, printed }) => {
    const telltale = `"${process.execPath}" "${await builtCommand()}"`
    const output = await new Promise<string>((resolve) => {
      exec(command.replace('telltale ', () => `${telltale} `), { shell: '/bin/sh' }, (_, stdout, stderr) => resolve(stdout + stderr))
    })
    expect(asData(output)).toEqual(asData(printed))
  })
})
