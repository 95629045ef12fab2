import { createReadStream, existsSync } from 'node:fs'
import { createInterface } from 'node:readline'
import type { Responder } from '../support/respond'

/** A saved page and the address it is to be served under. */
export interface SavedPage {
  url: string
  file: string
}

/** A saved page from what was written on the command line. Throws with what is wrong and what to write instead. */
export function pageFrom(url: string | undefined, file: string | undefined): SavedPage {
  if (!url || !file) throw new Error('Both an address and a file are needed: --url https://chat.example/c/1 page.html')
  if (!URL.canParse(url) || !/^https?:/.test(url)) throw new Error(`Not a web address: ${url}`)
  if (!existsSync(file)) throw new Error(`No such file: ${file}`)
  return { url, file }
}

/** The pages of a list, one JSON object a line. Throws naming file and line. */
export async function* pagesIn(list: string): AsyncGenerator<SavedPage> {
  if (!existsSync(list)) throw new Error(`No such file: ${list}`)
  let number = 0
  for await (const line of createInterface({ input: createReadStream(list), crlfDelay: Infinity })) {
    number++
    if (line.trim() !== '') yield parseLine(line, `${list}:${number}`)
  }
}

function parseLine(line: string, place: string): SavedPage {
  try {
    const { url, file } = JSON.parse(line) as Partial<SavedPage>
    return pageFrom(url, file)
  } catch (error) {
    throw new Error(`${place}: ${error instanceof Error ? error.message : String(error)}`)
  }
}

/** A page as it was saved must not go on living: its programs would tear down what they cannot load again. */
const STILL = "script-src 'none'; object-src 'none'; frame-src 'none'; worker-src 'none'"

/** Serves a saved page at its own address, without letting its scripts run. */
export function frozen({ url }: SavedPage, html: string | Uint8Array): Responder {
  const { pathname } = new URL(url)
  return (asked) =>
    asked.pathname === pathname || !/\.\w+$/.test(asked.pathname)
      ? { contentType: 'text/html; charset=utf-8', body: html, headers: { 'content-security-policy': STILL } }
      : null
}
