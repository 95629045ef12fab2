import { readFileSync } from 'node:fs'
import { crx } from '@crxjs/vite-plugin'
import { defineConfig } from 'vite'
import { manifestFor, type Target } from './manifest.config'
import { definitions } from './src/sites/registry'

const { version } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8')) as { version: string }

/** File names carry no hash: a package must be byte-identical from any directory, and nothing caches an extension's files by name. */
const fileNames = {
  entryFileNames: 'assets/[name].js',
  chunkFileNames: 'assets/[name].js',
  assetFileNames: 'assets/[name][extname]',
}

/** What our own pages say of the built-in sites, which they do not import. */
const builtInSites = definitions.map(({ id, label, matches, verified }) => ({ id, label, matches, verified }))

const commandLine = {
  publicDir: false as const,
  ssr: { noExternal: true as const },
  build: {
    ssr: 'src/cli/main.ts',
    outDir: 'dist/cli',
    target: 'node20',
    rollupOptions: { output: { entryFileNames: 'telltale.js', banner: '#!/usr/bin/env node', codeSplitting: false } },
  },
}

/** `vite build --mode chrome | firefox | cli`. */
export default defineConfig(({ mode }) => {
  if (mode === 'cli') return commandLine
  const target: Target = mode === 'firefox' ? 'firefox' : 'chrome'
  return {
    define: { BUILT_IN_SITES: JSON.stringify(builtInSites) },
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    plugins: [
      crx({
        manifest: manifestFor(target, version),
        browser: target,
        contentScripts: { standaloneFiles: ['src/content/main.ts'] },
      }),
    ],
    build: {
      outDir: `dist/${target}`,
      modulePreload: false,
      target: target === 'chrome' ? 'chrome120' : 'firefox142',
      rollupOptions: { input: ['src/dashboard/index.html'], output: fileNames },
    },
  }
})
