/** `npm run bench -- NAME…`: one JSON line a figure. Without a name, all. */
const benches: Record<string, () => Promise<{ bench: () => Promise<void> }>> = {
  scan: () => import('./scan'),
  sites: () => import('./sites'),
  identity: () => import('./identity'),
}

const wanted = process.argv.slice(2).filter(name => !name.startsWith('-'))
const unknown = wanted.filter(name => !Object.hasOwn(benches, name))
if (unknown.length) {
  console.error(`no bench called ${unknown.join(', ')}; there are: ${Object.keys(benches).join(', ')}`)
  process.exit(2)
}

export {}

for (const name of wanted.length ? wanted : Object.keys(benches)) await (await benches[name]!()).bench()
