import { existsSync, readFileSync, statSync } from 'node:fs'
import { extname, join, normalize, sep } from 'node:path'

/** The answer to one request, whole. */
export interface Served {
  status?: number
  contentType: string
  body: string | Uint8Array
  /** Names in lower case. */
  headers?: Record<string, string>
}

/** Answers the requests of one host; null means there is nothing at that address, and the request is refused. */
export type Responder = (url: URL) => Served | null

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8',
  '.json': 'application/json', '.svg': 'image/svg+xml', '.png': 'image/png', '.woff2': 'font/woff2', '.map': 'application/json',
}

/** The same HTML at every path without a file extension: how a single-page program answers. */
export function fromHtml(html: string): Responder {
  return url => (/\.\w+$/.test(url.pathname) ? null : { contentType: types['.html']!, body: html })
}

/** The files of a directory, and its `index.html` at every path without a file extension. */
export function fromDirectory(directory: string): Responder {
  return url => {
    const wanted = normalize(decodeURIComponent(url.pathname)).replace(/^[/\\]+/, '')
    const inside = !wanted.split(sep).includes('..')
    const file = join(directory, /\.\w+$/.test(wanted) ? wanted : 'index.html')
    return inside && existsSync(file) && statSync(file).isFile() ? fileAnswer(file) : null
  }
}

function fileAnswer(file: string): Served {
  return { contentType: types[extname(file)] ?? 'application/octet-stream', body: readFileSync(file) }
}
