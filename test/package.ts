/** `npm run package`: one zip a browser from `dist/`, byte-identical for the same commit in any directory. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, sep } from 'node:path'
import { zipSync, type Zippable } from 'fflate'

/** Zip times have no zone and start in 1980; a fixed one keeps the bytes the same. */
const mtime = new Date(1980, 0, 1)

function entriesOf(directory: string): Zippable {
  const files = readdirSync(directory, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  const paths = files.map((entry) => join(entry.parentPath, entry.name).slice(directory.length + 1)).sort()
  return Object.fromEntries(paths.map((path) => [path.split(sep).join('/'), [readFileSync(join(directory, path)), { mtime, os: 3 }]]))
}

const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }
for (const target of ['chrome', 'firefox']) {
  const file = join('dist', `telltale-${version}-${target}.zip`)
  writeFileSync(file, zipSync(entriesOf(join('dist', target)), { level: 9 }))
  console.log(file)
}
