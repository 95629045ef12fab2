/** `npm run -s site -- read | skeleton`: what the built extension makes of saved pages. See docs/adding-a-site.md. */
import { parseArgs } from 'node:util'
import { pageFrom, pagesIn, type SavedPage } from './pages'
import { openReader, type SavedPageReader } from './reader'

const help = `Usage:
  npm run -s site -- read --url URL FILE.html      what the extension reads of a saved page, as JSON
  npm run -s site -- read --list PAGES.jsonl       the same for many: lines of {"url","file"} in, one line each out
  npm run -s site -- skeleton --url URL FILE.html  the page's content-free report`

type Verb = (reader: SavedPageReader, page: SavedPage) => Promise<string>

const verbs: Record<string, Verb> = {
  read: async (reader, page) => JSON.stringify(await reader.read(page)),
  skeleton: (reader, page) => reader.skeleton(page),
}

async function main(args: string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { url: { type: 'string' }, list: { type: 'string' }, help: { type: 'boolean' } },
  })
  if (values.help) return console.log(help)
  const [name = '', file] = positionals
  const verb = Object.hasOwn(verbs, name) ? verbs[name] : undefined
  if (!verb) throw new Error(`Unknown verb "${name}".\n${help}`)
  const pages = values.list ? pagesIn(values.list) : [pageFrom(values.url, file)]
  const reader = await openReader()
  try {
    for await (const page of pages) console.log(await verb(reader, page))
  } finally {
    await reader.close()
  }
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error))
  process.exitCode = 2
})
