/**
 * Everything `.ci/run` checks, in order, whatever fails on the way. The last line is
 * `N passed, N failed, N skipped`, where a step that is not a test suite counts as one.
 */
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { ensureBrowser } from './support/browsers'

interface Tally {
  passed: number
  failed: number
  skipped: number
}

const reports = 'out/test'

/** Name, command, and whether it is a vitest project whose own counts are read. */
const steps: readonly (readonly [name: string, command: string, suite?: string])[] = [
  ...['core', 'worker', 'page', 'app', 'node'].map((project) => [`types of ${project}`, `tsc -p tsconfig.${project}.json`] as const),
  ['lint', 'eslint .'],
  ['build for Chrome', 'vite build --configLoader runner --mode chrome --logLevel warn'],
  ['build for Firefox', 'vite build --configLoader runner --mode firefox --logLevel warn'],
  ['build of the command line', 'vite build --configLoader runner --mode cli --logLevel warn'],
  ['web-ext lint', 'web-ext lint --source-dir dist/firefox --self-hosted'],
  ['unit and repository tests', 'vitest run --configLoader runner --project unit', 'unit'],
  ['DOM tests in Chromium', 'vitest run --configLoader runner --project browser', 'browser'],
  ['end to end in Chromium and Firefox', 'vitest run --configLoader runner --project e2e', 'e2e'],
]

function run([name, command, suite]: (typeof steps)[number]): Tally {
  console.log(`\n== ${name}`)
  const report = `${reports}/${suite}.json`
  const reporters = suite ? ` --reporter=default --reporter=json --outputFile.json=${report}` : ''
  const { status } = spawnSync(`npx --no-install ${command}${reporters}`, { shell: true, stdio: ['ignore', 'inherit', 'inherit'] })
  const counts = suite ? countsIn(report) : null
  if (counts && (status === 0) === (counts.failed === 0)) return counts
  return { passed: (counts?.passed ?? 0) + Number(status === 0), failed: (counts?.failed ?? 0) + Number(status !== 0), skipped: counts?.skipped ?? 0 }
}

function countsIn(report: string): Tally | null {
  try {
    const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = JSON.parse(readFileSync(report, 'utf8')) as Record<string, number>
    return { passed: numPassedTests ?? 0, failed: numFailedTests ?? 0, skipped: (numPendingTests ?? 0) + (numTodoTests ?? 0) }
  } catch (error) {
    console.error(`No report from the suite (${report}):`, error)
    return null
  }
}

rmSync(reports, { recursive: true, force: true })
mkdirSync(reports, { recursive: true })
process.env.TELLTALE_CHROMIUM = ensureBrowser('chromium')
process.env.TELLTALE_FIREFOX = ensureBrowser('firefox')
const tallies = steps.map(run)
const sum = (key: keyof Tally) => tallies.reduce((total, tally) => total + tally[key], 0)
for (const [i, [name]] of steps.entries()) if (tallies[i]?.failed) console.log(`FAILED: ${name}`)
console.log(`\n${sum('passed')} passed, ${sum('failed')} failed, ${sum('skipped')} skipped`)
process.exitCode = sum('failed') > 0 ? 1 : 0
