/** `npm run -s site -- read | skeleton | record | check`: what the built extension makes of saved pages. See docs/adding-a-site.md. */
import { parseArgs } from 'node:util'
import type { Conversation } from '../../src/core/model'
import { differences, expectedOf, fixturesIn, fixturesRoot } from './fixtures'
import { pageFrom, pagesIn, type SavedPage } from './pages'
import { openReader, type SavedPageReader } from './reader'
import { record } from './record'

const help = `Usage:
  npm run -s site -- read --url URL FILE.html                what the extension reads of a saved page, as JSON
  npm run -s site -- read --list PAGES.jsonl                 the same for many: lines of {"url","file"} in, one line each out
  npm run -s site -- skeleton --url URL FILE.html            the page's content-free report
  npm run -s site -- record --url URL FILE.html --out DIR    saves a scrubbed copy with what is read of it
  npm run -s site -- check [DIR]                             reads every recorded page again (test/fixtures/sites)`

interface Options {
  url?: string
  list?: string
  out?: string
}

type Verb = (reader: SavedPageReader, file: string | undefined, options: Options) => Promise<void>

const verbs: Record<string, Verb> = {
  read: (reader, file, options) => each(file, options, async (page) => JSON.stringify(await readOrSaySo(reader, page))),
  skeleton: (reader, file, options) => each(file, options, (page) => reader.show(page, ({ skeleton }) => skeleton())),
  record: (reader, file, options) => {
    const out = options.out
    if (!out) throw new Error('Where to? Name a directory: --out test/fixtures/sites/NAME')
    return each(file, options, async (page) => (await record(reader, page, out)).join('\n'))
  },
  check: async (reader, directory = fixturesRoot) => {
    for (const { name, expected, ...page } of fixturesIn(directory)) {
      const found = differences(expected, expectedOf(page.url, await readOrSaySo(reader, page)))
      console.log(found.length === 0 ? `ok    ${name}` : `FAIL  ${name}: ${found.join('; ')}`)
      if (found.length > 0) process.exitCode = 1
    }
  },
}

async function each(file: string | undefined, { url, list }: Options, say: (page: SavedPage) => Promise<string>): Promise<void> {
  for await (const page of list ? pagesIn(list) : [pageFrom(url, file)]) console.log(await say(page))
}

/** One page that gives no reading must not cost a list the others: it is what broken means. */
async function readOrSaySo(reader: SavedPageReader, page: SavedPage): Promise<Conversation> {
  try {
    return await reader.show(page, ({ read }) => read())
  } catch (error) {
    const reason = (error instanceof Error ? error.message : String(error)).split('\n')[0]!
    console.error(`${page.file}: ${reason}`)
    process.exitCode = 1
    const none = { conversationId: null, title: null, modelLabel: null, turns: [] }
    return { site: 'none', health: 'broken', signals: { required: {}, missing: [] }, problems: [reason], url: page.url, ...none }
  }
}

/** Everything that can be wrong before a browser is needed is told before one is started. */
async function main(args: string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { url: { type: 'string' }, list: { type: 'string' }, out: { type: 'string' }, help: { type: 'boolean' } },
  })
  if (values.help) return console.log(help)
  const [name = '', file] = positionals
  const verb = Object.hasOwn(verbs, name) ? verbs[name] : undefined
  if (!verb) throw new Error(`Unknown verb "${name}": use ${Object.keys(verbs).join(', ')}, or --help`)
  if (name === 'check') fixturesIn(file ?? fixturesRoot)
  else if (values.list) for await (const _ of pagesIn(values.list));
  else pageFrom(values.url, file)
  const reader = await openReader()
  try {
    await verb(reader, file, values)
  } finally {
    await reader.close()
  }
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error((error instanceof Error ? error.message : String(error)).split('\n')[0])
  process.exitCode = 2
})
