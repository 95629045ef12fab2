import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureBrowser } from './browsers'
import type { LaunchOptions } from './driver'

/** The internal id every installed copy gets, so that the addresses of its pages are known in advance. */
export const extensionUuid = '7e117a1e-0000-4000-8000-000000000001'

/** A Firefox process of its own profile, listening for BiDi. */
export interface FirefoxProcess {
  /** `ws://127.0.0.1:PORT` */
  url: string
  profile: string
  /** Kills the process when it has not ended by itself, and removes the profile. */
  end(): Promise<void>
}

export async function startFirefox(extensionId: string, options: LaunchOptions): Promise<FirefoxProcess> {
  const profile = mkdtempSync(join(tmpdir(), 'telltale-firefox-'))
  const lines = Object.entries(preferences(extensionId, profile, options)).map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`)
  writeFileSync(join(profile, 'user.js'), lines.join('\n'))
  // System access lets BiDi reach extension pages, and the place from which the event page can be stopped.
  const args = ['--no-remote', '--profile', profile, '--remote-debugging-port=0', '--remote-allow-system-access', 'about:blank']
  const child = spawn(ensureBrowser('firefox'), options.headed ? args : ['--headless', ...args], { stdio: ['ignore', 'ignore', 'pipe'] })
  const orphaned = () => child.kill('SIGKILL')
  process.once('exit', orphaned)
  const gone = new Promise<void>(resolve => child.once('exit', () => resolve()))
  const end = async () => {
    const timer = setTimeout(() => child.kill('SIGKILL'), 5000)
    await gone
    clearTimeout(timer)
    process.off('exit', orphaned)
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
  }
  return { url: await listening(child), profile, end }
}

function listening(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = ''
    const late = setTimeout(() => (child.kill('SIGKILL'), reject(new Error(`Firefox did not listen within 60 s. It said:\n${said}`))), 60_000)
    child.stderr!.on('data', (data: Buffer) => {
      said += data
      const url = /WebDriver BiDi listening on (ws:\S+)/.exec(said)?.[1]
      if (url) resolve((clearTimeout(late), url))
    })
    child.once('error', reject)
    child.once('exit', code => (clearTimeout(late), reject(new Error(`Firefox ended with ${code}. It said:\n${said}`))))
  })
}

function preferences(extensionId: string, profile: string, { colorScheme }: LaunchOptions): Record<string, string | number | boolean> {
  return {
    'extensions.webextensions.uuids': JSON.stringify({ [extensionId]: extensionUuid }),
    // A prompt in browser chrome is what a person clicks "Allow" in; permissions.request itself still runs in full.
    'extensions.webextOptionalPermissionPrompts': false,
    // Every http request that is not for this machine goes to a proxy that is not there; https ones are intercepted.
    'network.proxy.type': 1,
    'network.proxy.http': '127.0.0.1',
    'network.proxy.http_port': 9,
    'network.proxy.ssl': '127.0.0.1',
    'network.proxy.ssl_port': 9,
    'network.lna.blocking': false,
    'network.captive-portal-service.enabled': false,
    'network.connectivity-service.enabled': false,
    'app.update.enabled': false,
    'browser.shell.checkDefaultBrowser': false,
    'browser.startup.page': 0,
    'browser.startup.homepage_override.mstone': 'ignore',
    'browser.download.folderList': 2,
    'browser.download.dir': join(profile, 'downloads'),
    'browser.download.alwaysOpenPanel': false,
    'datareporting.policy.dataSubmissionEnabled': false,
    'extensions.getAddons.cache.enabled': false,
    'layout.css.prefers-color-scheme.content-override': colorScheme === 'dark' ? 0 : 1,
  }
}
