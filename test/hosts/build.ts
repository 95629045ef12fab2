import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import { hostPages } from './pages'

const sources = fileURLToPath(new URL('.', import.meta.url))
const root = fileURLToPath(new URL('../..', import.meta.url))
// assistant-ui's core looks for `assistant-cloud`, which npm put where only assistant-ui's React half finds it.
const fromAssistantUi = createRequire(join(root, 'node_modules/@assistant-ui/react/package.json'))
const out = join(root, 'out', 'hosts')

/**
 * Bundles the chat UIs into `out/hosts/` and gives back that directory; does nothing when neither these sources nor the
 * lock file changed since. No network: everything comes from `node_modules`.
 */
export async function buildHosts(): Promise<string> {
  const stamp = join(out, 'stamp')
  const wanted = contentHash()
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return out
  // Built beside and moved, so that two test files starting together never see half a build.
  const fresh = `${out}.${process.pid}`
  await bundle(fresh)
  writeFileSync(join(fresh, 'stamp'), wanted)
  rmSync(out, { recursive: true, force: true })
  renameSync(fresh, out)
  return out
}

const names = [...Object.keys(hostPages), 'sites']

async function bundle(outDir: string): Promise<void> {
  const input = Object.fromEntries(names.map(name => [name, join(sources, name, 'index.html')]))
  await build({
    root: sources,
    configFile: false,
    base: '/hosts/',
    logLevel: 'error',
    publicDir: false,
    resolve: { alias: [{ find: /^assistant-cloud(\/.*)?$/, replacement: fromAssistantUi.resolve('assistant-cloud') }] },
    // Said outright, for Vitest sets NODE_ENV to test, and React's production build has no development JSX.
    oxc: { jsx: { runtime: 'automatic', importSource: 'react', development: false } },
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      outDir, emptyOutDir: true, minify: false, chunkSizeWarningLimit: 10_000,
      // Its core also wants names from a later `assistant-cloud`, which nobody published; no page here uses them.
      rolldownOptions: { input, shimMissingExports: true },
    },
  })
}

function contentHash(): string {
  const files = readdirSync(sources, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile())
  const paths = [...files.map(file => join(file.parentPath, file.name)).sort(), join(root, 'package-lock.json')]
  // The names as this process has them: the files may have been edited since it started.
  const hash = createHash('sha256').update(names.join())
  for (const path of paths) hash.update(path.slice(root.length)).update(readFileSync(path))
  return hash.digest('hex')
}
