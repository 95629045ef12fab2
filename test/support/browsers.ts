import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { delimiter, join } from 'node:path'

/** The browsers the tests and the demo drive. Nothing here ever lets a package's own installer download one. */
export type BrowserName = 'chromium' | 'firefox'

/** What this module needs from the machine, so that a test can stand in for it. */
export interface Machine {
  platform: NodeJS.Platform
  env: Record<string, string | undefined>
  home: string
  root: boolean
  exists(path: string): boolean
  list(directory: string): string[]
  read(path: string): string
  run(command: string, args: string[], env: Record<string, string>): void
}

interface Source {
  variable: string
  /** Commands looked up on PATH, best first. */
  commands: readonly string[]
  /** Absolute paths outside PATH; `~` is the home directory, `%NAME%` an environment variable. */
  paths: Partial<Record<NodeJS.Platform, readonly string[]>>
  debianPackages: readonly string[]
  advice: Partial<Record<NodeJS.Platform, string>>
}

// Branded Chrome and Edge come last: Chrome no longer takes --load-extension, and the driver must then install over CDP.
const sources: Record<BrowserName, Source> = {
  chromium: {
    variable: 'TELLTALE_CHROMIUM',
    commands: ['chromium', 'chromium-browser'],
    paths: {
      linux: ['/snap/bin/chromium', '/opt/microsoft/msedge/msedge', '/opt/google/chrome/chrome'],
      darwin: [
        '/Applications/Chromium.app/Contents/MacOS/Chromium',
        '~/Applications/Chromium.app/Contents/MacOS/Chromium',
        '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
        '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      ],
      win32: [
        '%LOCALAPPDATA%\\Chromium\\Application\\chrome.exe',
        '%ProgramFiles(x86)%\\Microsoft\\Edge\\Application\\msedge.exe',
        '%ProgramFiles%\\Google\\Chrome\\Application\\chrome.exe',
      ],
    },
    debianPackages: ['chromium', 'fonts-liberation'],
    advice: { darwin: 'brew install --cask chromium', win32: 'winget install Hibbiki.Chromium' },
  },
  firefox: {
    variable: 'TELLTALE_FIREFOX',
    commands: ['firefox-esr', 'firefox'],
    paths: {
      linux: ['/snap/bin/firefox', '/opt/firefox/firefox'],
      darwin: ['/Applications/Firefox.app/Contents/MacOS/firefox', '~/Applications/Firefox.app/Contents/MacOS/firefox'],
      win32: ['%ProgramFiles%\\Mozilla Firefox\\firefox.exe', '%ProgramFiles(x86)%\\Mozilla Firefox\\firefox.exe'],
    },
    debianPackages: ['firefox-esr', 'fonts-liberation'],
    advice: { darwin: 'brew install --cask firefox', win32: 'winget install Mozilla.Firefox' },
  },
}

const playwrightCache: Partial<Record<NodeJS.Platform, string>> = {
  linux: '~/.cache/ms-playwright',
  darwin: '~/Library/Caches/ms-playwright',
  win32: '%LOCALAPPDATA%\\ms-playwright',
}

/** Where Playwright's Chromium keeps its program; its Firefox is patched for its own protocol and is not used. */
const playwrightPrograms = [
  'chrome-linux64/chrome',
  'chrome-linux/chrome',
  'chrome-mac-arm64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
  'chrome-mac-x64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
  'chrome-mac/Chromium.app/Contents/MacOS/Chromium',
  'chrome-win64/chrome.exe',
  'chrome-win/chrome.exe',
]

/** The program's path, or null when this machine has none. Throws when the environment variable names a missing file. */
export function findBrowser(name: BrowserName, machine: Machine = thisMachine): string | null {
  const { variable } = sources[name]
  const named = machine.env[variable]
  if (named && !machine.exists(named)) throw new Error(`${variable} is ${named}, and there is no such file: correct it or unset it`)
  return named || (candidates(name, machine).find(path => machine.exists(path)) ?? null)
}

/** The program's path; on Debian as root an absent browser is installed with apt-get, elsewhere an error says what to run. */
export function ensureBrowser(name: BrowserName, machine: Machine = thisMachine): string {
  const found = findBrowser(name, machine)
  if (found) return found
  if (!isDebian(machine) || !machine.root) throw new Error(absent(name, machine))
  install(sources[name].debianPackages, machine)
  const installed = findBrowser(name, machine)
  if (!installed) throw new Error(`apt-get installed ${name}, yet it is nowhere to be found: set ${sources[name].variable} to its path`)
  return installed
}

function candidates(name: BrowserName, machine: Machine): string[] {
  const { commands, paths } = sources[name]
  const onPath = commands.flatMap(command => pathDirectories(machine).map(directory => join(directory, command)))
  const windows = machine.platform === 'win32' ? [] : onPath
  const known = (paths[machine.platform] ?? []).map(path => expand(path, machine))
  return [...windows, ...(name === 'chromium' ? fromPlaywright(machine) : []), ...known]
}

function pathDirectories(machine: Machine): string[] {
  return [...new Set(['/usr/bin', ...(machine.env.PATH ?? '').split(delimiter)])].filter(Boolean)
}

function fromPlaywright(machine: Machine): string[] {
  const cache = machine.env.PLAYWRIGHT_BROWSERS_PATH ?? expand(playwrightCache[machine.platform] ?? '', machine)
  if (!cache || !machine.exists(cache)) return []
  const builds = machine.list(cache).filter(entry => /^chromium-\d+$/.test(entry))
  const newestFirst = builds.sort((a, b) => Number(b.slice(9)) - Number(a.slice(9)))
  return newestFirst.flatMap(build => playwrightPrograms.map(program => join(cache, build, program)))
}

function expand(path: string, machine: Machine): string {
  return path.replace(/^~/, () => machine.home).replace(/%([^%]+)%/g, (_, variable: string) => machine.env[variable] ?? '')
}

function isDebian(machine: Machine): boolean {
  const release = '/etc/os-release'
  return machine.platform === 'linux' && machine.exists(release) && /^ID=debian$/m.test(machine.read(release))
}

function install(packages: readonly string[], machine: Machine): void {
  const env = { DEBIAN_FRONTEND: 'noninteractive' }
  machine.run('apt-get', ['update'], env)
  machine.run('apt-get', ['install', '--yes', '--no-install-recommends', ...packages], env)
}

function absent(name: BrowserName, machine: Machine): string {
  const { advice, debianPackages, variable } = sources[name]
  const apt = `sudo apt-get update && sudo apt-get install --yes ${debianPackages[0]}`
  const command = isDebian(machine) ? apt : (advice[machine.platform] ?? `install ${name} with your system's package manager`)
  return `No ${name} was found. Run: ${command}\nor set ${variable} to the path of one you have.`
}

const thisMachine: Machine = {
  platform: process.platform,
  env: process.env,
  home: homedir(),
  root: process.getuid?.() === 0,
  exists: existsSync,
  list: directory => readdirSync(directory),
  read: path => readFileSync(path, 'utf8'),
  // Standard output belongs to whoever called us (`site read` prints JSON there), so apt speaks on standard error.
  run: (command, args, env) => void execFileSync(command, args, { env: { ...process.env, ...env }, stdio: ['ignore', 2, 2] }),
}
