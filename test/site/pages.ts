import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'

/** A saved page and the address it is to be served under. */
export interface SavedPage {
  url: string
  file: string
}

/** A saved page from what was written on the command line. Throws with what is wrong and what to write instead. */
export function pageFrom(url: string | undefined, file: string | undefined): SavedPage {
  if (!url || !file) throw new Error('Both an address and a file are needed: --url https://chat.example/c/1 page.html')
  if (!URL.canParse(url) || !/^https?:/.test(url)) throw new Error(`Not a web address: ${url}`)
  return { url, file }
}

/** The pages of a list, one JSON object a line. Throws naming file and line. */
export async function* pagesIn(list: string): AsyncGenerator<SavedPage> {
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
