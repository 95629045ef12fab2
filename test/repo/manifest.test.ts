import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { manifestFor, type Target } from '../../manifest.config'
import { definitions } from '../../src/sites/registry'

const permissions = readFileSync('docs/permissions.md', 'utf8')
const sites = readFileSync('docs/sites.md', 'utf8')

describe.each<Target>(['chrome', 'firefox'])('the manifest for %s', (target) => {
  const manifest = manifestFor(target, '1.2.3')

  it('asks for nothing that docs/permissions.md does not justify', () => {
    const asked = [...(manifest.permissions ?? []), ...Object.keys(manifest).filter((key) => key === 'optional_host_permissions')]
    expect(asked.filter((name) => !permissions.includes(`\`${name}\``))).toEqual([])
  })

  it('lets the content script run where the site readers do, and nowhere else', () => {
    const patterns = [...new Set(definitions.flatMap((definition) => definition.matches))].sort()
    expect([...(manifest.content_scripts?.[0]?.matches ?? [])].sort()).toEqual(patterns)
    expect([...(manifest.host_permissions ?? [])].sort()).toEqual(patterns)
    expect(patterns.filter((pattern) => /^\*:|:\/\/\*\//.test(pattern))).toEqual([])
  })

  it('gives pages nothing of ours to find', () => {
    expect(manifest).not.toHaveProperty('web_accessible_resources')
    expect(manifest).not.toHaveProperty('externally_connectable')
  })
})

describe('docs/permissions.md', () => {
  it('justifies nothing that is not asked for', () => {
    const manifest = manifestFor('chrome', '1.2.3')
    const known = [...(manifest.permissions ?? []), 'optional_host_permissions', 'host permissions']
    const rows = [...permissions.matchAll(/^\| `?([\w ]+)`?[^|]*\|/gm)].map((match) => match[1]?.trim()).filter((name) => name !== 'permission')
    expect(rows.filter((name) => !known.includes(name ?? ''))).toEqual([])
  })
})

describe('docs/sites.md', () => {
  it('says how every site was verified', () => {
    expect(definitions.map(({ id }) => id).filter((id) => !sites.includes(`\`${id}\``))).toEqual([])
  })
})
