import { spawn } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

const root = fileURLToPath(new URL('../../..', import.meta.url))

let built: Promise<string> | undefined

/** The command line, built as it is shipped, into a folder of the test's own. */
export function builtCommand(): Promise<string> {
  built ??= buildCommand()
  return built
}

async function buildCommand(): Promise<string> {
  const outDir = mkdtempSync(join(tmpdir(), 'telltale-cli-'))
  await build({ root, mode: 'cli', logLevel: 'silent', build: { outDir, emptyOutDir: false } })
  return join(outDir, 'telltale.js')
}

export interface Ended {
  code: number | null
  stdout: string
  stderr: string
}

/** Runs the command line as its own process. */
export async function telltale(args: string[], input: string | Buffer = '', cwd = root): Promise<Ended> {
  const child = spawn(process.execPath, [await builtCommand(), ...args], { cwd })
  const ended: Ended = { code: null, stdout: '', stderr: '' }
  child.stdout.setEncoding('utf8').on('data', (text: string) => (ended.stdout += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (ended.stderr += text))
  // A command that refuses its input early stops reading it.
  child.stdin.on('error', () => undefined)
  child.stdin.end(input)
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => resolve({ ...ended, code }))
  })
}

/** Files in a folder of their own; gives that folder. */
export function folderWith(files: Record<string, string | Uint8Array>): string {
  const folder = mkdtempSync(join(tmpdir(), 'telltale-'))
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content)
  return folder
}

export function jsonLines(values: readonly unknown[]): string {
  return values.map((value) => `${JSON.stringify(value)}\n`).join('')
}
