import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'

export interface ExpectedTurn {
  role: 'user' | 'assistant'
  key80: string
}

export interface SavedPage {
  host: string
  n: string
  url: string
  turns: ExpectedTurn[]
  mustNotAppear: string[]
  /** For some turns, in words: what else counts as right. */
  ambiguous: Record<string, string>
}

const root = join(resolve(process.env.TELLTALE_DATA ?? join(import.meta.dirname, '../../../shared/data')), 'pages')

function describePage(host: string, n: string): SavedPage {
  const expected = JSON.parse(readFileSync(join(root, host, `${n}.expected.json`), 'utf8'))
  const url = expected.urlHint.replace(/<[^>]+>/, '0123456789abcdef0123456789abcdef0123')
  return { host, n, url, turns: expected.turns, mustNotAppear: expected.mustNotAppearInBodies, ambiguous: expected.ambiguous ?? {} }
}

/** The saved real pages of the measuring data, without their markup; none when the data is absent. */
export function savedPages(): SavedPage[] {
  if (!existsSync(root)) return []
  return readdirSync(root).flatMap((host) =>
    readdirSync(join(root, host)).filter((file) => /^\d+\.html$/.test(file)).map((file) => describePage(host, file.replace('.html', ''))),
  )
}

/** The markup of one saved page. */
export function savedPage(host: string, n: string): string {
  return readFileSync(join(root, host, `${n}.html`), 'utf8')
}
