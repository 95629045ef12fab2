import type { ManifestV3Export } from '@crxjs/vite-plugin'
import { matchPatterns } from './src/sites/registry'

/** The manifest as plain data. */
export type Manifest = Exclude<Extract<ManifestV3Export, object>, Promise<unknown> | ((...args: never[]) => unknown)>

export type Target = 'chrome' | 'firefox'

const icons = { 16: 'icons/16.png', 32: 'icons/32.png', 48: 'icons/48.png', 128: 'icons/128.png' }

const forTarget = {
  chrome: {
    minimum_chrome_version: '120',
    background: { service_worker: 'src/background/main.ts', type: 'module' },
  },
  firefox: {
    background: { scripts: ['src/background/main.ts'], type: 'module' },
    browser_specific_settings: {
      gecko: {
        id: 'telltale@telltale.invalid',
        strict_min_version: '142.0',
        data_collection_permissions: { required: ['none'] },
      },
    },
  },
} as const

/**
 * The manifest of one browser: a pure function of target and version.
 * Every permission in it is justified in docs/permissions.md, which a test compares with this.
 */
export function manifestFor(target: Target, version: string): Manifest {
  return {
    manifest_version: 3,
    name: '__MSG_name__',
    description: '__MSG_description__',
    default_locale: 'en',
    version,
    icons,
    action: { default_popup: 'src/popup/index.html', default_icon: icons, default_title: '__MSG_name__' },
    permissions: ['storage', 'unlimitedStorage', 'scripting', 'activeTab'],
    host_permissions: [...matchPatterns],
    optional_host_permissions: ['*://*/*'],
    content_scripts: [{ matches: [...matchPatterns], js: ['src/content/main.ts'], run_at: 'document_idle' }],
    ...forTarget[target],
  } as Manifest
}
