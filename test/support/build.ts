import { spawnSync } from 'node:child_process'
import { readdirSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { BrowserName } from './browsers'

const root = resolve(import.meta.dirname, '../..')
const target: Record<BrowserName, string> = { chromium: 'chrome', firefox: 'firefox' }

/** The unpacked extension for a browser, built first when it is older than its sources. Throws with the build's own words. */
export function builtExtension(browser: BrowserName): string {
  const directory = join(root, 'dist', target[browser])
  if (newest(join(root, 'src'), join(root, 'public'), join(root, 'manifest.config.ts')) > builtAt(directory)) build(target[browser])
  return directory
}

function build(mode: string): void {
  const { status, stderr, stdout } = spawnSync('npx', ['--no-install', 'vite', 'build', '--configLoader', 'runner', '--mode', mode, '--logLevel', 'warn'], { cwd: root, encoding: 'utf8' })
  if (status !== 0) throw new Error(`The build for ${mode} failed:\n${stdout}\n${stderr}`)
}

function builtAt(directory: string): number {
  return statSync(join(directory, 'manifest.json'), { throwIfNoEntry: false })?.mtimeMs ?? 0
}

function newest(...paths: string[]): number {
  return Math.max(...paths.flatMap((path) => filesIn(path)).map((file) => statSync(file).mtimeMs))
}

function filesIn(path: string): string[] {
  if (statSync(path).isFile()) return [path]
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
}
