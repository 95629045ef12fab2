import { describe, expect, it } from 'vitest'
import { ensureBrowser, findBrowser, type Machine } from '../../support/browsers'

const debian = { '/etc/os-release': 'NAME="Debian GNU/Linux"\nID=debian\n' }

function machine(files: Record<string, string>, over: Partial<Machine> = {}): Machine & { ran: string[] } {
  const ran: string[] = []
  return {
    platform: 'linux', env: { PATH: '/usr/local/bin:/usr/bin' }, home: '/home/ada', root: false, ran,
    exists: path => Object.keys(files).some(file => file === path || file.startsWith(`${path}/`)),
    list: directory => [...new Set(Object.keys(files).filter(f => f.startsWith(`${directory}/`)).map(f => f.slice(directory.length + 1).split('/')[0]!))],
    read: path => files[path]!,
    run: (command, args) => void ran.push([command, ...args].join(' ')),
    ...over,
  }
}

describe('findBrowser', () => {
  it('takes the environment variable over everything else', () => {
    const env = { TELLTALE_FIREFOX: '/opt/mine/firefox' }
    expect(findBrowser('firefox', machine({ '/opt/mine/firefox': '', '/usr/bin/firefox-esr': '' }, { env }))).toBe('/opt/mine/firefox')
  })

  it('names the variable when it points at nothing, instead of quietly using another browser', () => {
    const env = { TELLTALE_CHROMIUM: '/nowhere' }
    expect(() => findBrowser('chromium', machine({ '/usr/bin/chromium': '' }, { env }))).toThrow(/TELLTALE_CHROMIUM is \/nowhere/)
  })

  it('prefers a browser that takes --load-extension to branded Chrome', () => {
    const cached = '/home/ada/.cache/ms-playwright/chromium-1200/chrome-linux64/chrome'
    expect(findBrowser('chromium', machine({ '/opt/google/chrome/chrome': '', [cached]: '' }))).toBe(cached)
    expect(findBrowser('chromium', machine({ '/opt/google/chrome/chrome': '' }))).toBe('/opt/google/chrome/chrome')
  })

  it('takes the newest build in the Playwright cache by number, not by spelling', () => {
    const build = (n: number) => `/home/ada/.cache/ms-playwright/chromium-${n}/chrome-linux/chrome`
    expect(findBrowser('chromium', machine({ [build(999)]: '', [build(1200)]: '' }))).toBe(build(1200))
  })

  it('knows macOS and Windows places', () => {
    const mac = '/Applications/Firefox.app/Contents/MacOS/firefox'
    expect(findBrowser('firefox', machine({ [mac]: '' }, { platform: 'darwin' }))).toBe(mac)
    const edge = 'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe'
    const windows = machine({ [edge]: '' }, { platform: 'win32', env: { 'ProgramFiles(x86)': 'C:\\Program Files (x86)' } })
    expect(findBrowser('chromium', windows)).toBe(edge)
  })

  it('is null where there is none', () => {
    expect(findBrowser('chromium', machine({}))).toBeNull()
  })
})

describe('ensureBrowser', () => {
  it('updates and installs with apt-get on Debian as root', () => {
    const files: Record<string, string> = { ...debian }
    const host = machine(files, { root: true })
    host.run = (command, args) => {
      host.ran.push([command, ...args].join(' '))
      if (args.includes('install')) files['/usr/bin/chromium'] = ''
    }
    expect(ensureBrowser('chromium', host)).toBe('/usr/bin/chromium')
    expect(host.ran).toEqual(['apt-get update', 'apt-get install --yes --no-install-recommends chromium fonts-liberation'])
  })

  it('runs nothing and says what to run everywhere else', () => {
    const plain = machine(debian)
    expect(() => ensureBrowser('firefox', plain)).toThrow(/sudo apt-get update && sudo apt-get install --yes firefox-esr[^]*TELLTALE_FIREFOX/)
    const fedora = machine({ '/etc/os-release': 'ID=fedora\n' }, { root: true })
    expect(() => ensureBrowser('firefox', fedora)).toThrow(/package manager/)
    expect(() => ensureBrowser('chromium', machine({}, { platform: 'darwin' }))).toThrow(/brew install --cask chromium/)
    expect([...plain.ran, ...fedora.ran]).toEqual([])
  })

  it('says so when apt-get succeeded and the browser is still not there', () => {
    expect(() => ensureBrowser('chromium', machine(debian, { root: true }))).toThrow(/nowhere to be found.*TELLTALE_CHROMIUM/)
  })
})
