import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'

/** docs/architecture.md draws this; an arrow reads "may import". */
const mayImport: Record<string, readonly string[]> = {
  popup: ['ui', 'store', 'corpus', 'platform', 'core'],
  panel: ['ui', 'store', 'corpus', 'platform', 'core'],
  dashboard: ['ui', 'store', 'corpus', 'platform', 'core'],
  background: ['store', 'corpus', 'platform', 'core'],
  content: ['sites', 'platform', 'core'],
  cli: ['corpus', 'core'],
  sites: ['core'],
  store: ['core'],
  corpus: ['core'],
  platform: ['core'],
  ui: ['core'],
  core: [],
}

const src = resolve('src')

describe('import directions', () => {
  const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file))

  it('finds the folders the rules are about', () => {
    const folders = new Set(files.map((file) => file.split('/')[0]))
    for (const folder of folders) expect(Object.keys(mayImport)).toContain(folder)
    expect(folders).toContain('core')
  })

  it.each(files)('%s imports only what its folder may', (file) => {
    const own = file.split('/')[0] ?? ''
    for (const imported of importsOf(file)) {
      const target = relative(src, resolve(src, dirname(file), imported)).split('/')[0] ?? ''
      if (target === '..' || target === own) continue
      expect(mayImport[own], `${file} imports ${imported}`).toContain(target)
    }
  })

  it('the extension API has one door', () => {
    const doors = files.filter((file) => read(file).includes("'webextension-polyfill'"))
    expect(doors).toEqual(['platform/browser.ts'])
  })

  it('core imports no package that needs a host', () => {
    const packages = files.filter((file) => file.startsWith('core/')).flatMap((file) => packagesOf(file))
    expect(packages.filter((name) => !allowedInCore.includes(name))).toEqual([])
  })
})

/** Pure JavaScript, no host API: see docs/dependencies.md. */
const allowedInCore = ['valibot', 'fflate']

function importsOf(file: string): string[] {
  return specifiers(file).filter((name) => name.startsWith('.'))
}

function packagesOf(file: string): string[] {
  return specifiers(file).filter((name) => !name.startsWith('.'))
}

function specifiers(file: string): string[] {
  const found = read(file).matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)
  return [...found].map((match) => match[1] ?? '')
}

function read(file: string): string {
  return readFileSync(join(src, file), 'utf8')
}
