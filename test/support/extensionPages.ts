import { readdirSync } from 'node:fs'

/** One HTML page of an unpacked extension, for the driver to ask its own questions from. */
export function extensionPagePath(extensionDir: string): string {
  const files = readdirSync(extensionDir, { recursive: true, encoding: 'utf8' }).map(file => file.replaceAll('\\', '/'))
  const page = files.filter(file => file.endsWith('.html')).sort()[0]
  if (!page) throw new Error(`${extensionDir} has no HTML page: the driver needs one to call the extension API from`)
  return page
}
