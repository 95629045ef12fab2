import { defineConfig } from 'vitest/config'
import { playwright } from '@vitest/browser-playwright'
import { findBrowser } from './test/support/browsers'
import { savedPage, savedPages } from './test/support/savedPages'

const chromium = findBrowser('chromium') ?? 'chromium'

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    projects: [
      { extends: true, test: { name: 'unit', include: ['test/unit/**/*.test.ts', 'test/repo/**/*.test.ts'], environment: 'node' } },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.{ts,tsx}'],
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({ launchOptions: { executablePath: chromium, args: ['--no-sandbox', '--disable-gpu'] } }),
            instances: [{ browser: 'chromium' }],
            // The measuring data lies outside the repository, where Vite serves nothing.
            commands: { savedPages: () => savedPages(), savedPage: (_, host: string, n: string) => savedPage(host, n) },
          },
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          environment: 'node',
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
})
