/** What is known of a built-in site outside the pages it reads. */
export interface BuiltInSite {
  id: string
  label: string
  /** Extension match patterns; none: recognised by what the page is. */
  matches: readonly string[]
  verified: { on: string; by: 'page' | 'source' | 'facts' }
}

/** Written into the package by the build, from the sites' own definitions (vite.config.ts). */
declare const BUILT_IN_SITES: readonly BuiltInSite[]

/** The built-in sites, for pages of ours that do not read any. */
export const builtInSites: readonly BuiltInSite[] = BUILT_IN_SITES
