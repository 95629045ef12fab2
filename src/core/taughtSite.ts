import * as v from 'valibot'

export const SITE_FORMAT = 'telltale-site/1'

const LONGEST_SELECTOR = 500
const MOST_ALTERNATIVES = 12

const one = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(LONGEST_SELECTOR))
const selector = v.union([one, v.pipe(v.array(one), v.minLength(1), v.maxLength(MOST_ALTERNATIVES))], 'a CSS selector, or a list of them')
/** One host and all its pages: a taught site never reaches further than what a person granted. */
const pattern = v.pipe(v.string(), v.regex(/^https?:\/\/[a-z0-9.:[\]-]+\/\*$/i, 'must be like https://chat.example/*'))

const taughtSchema = v.object({
  format: v.literal(SITE_FORMAT),
  id: v.pipe(v.string(), v.regex(/^taught-[a-z0-9-]{1,80}$/, 'must be like taught-chat-example')),
  label: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(80)),
  matches: v.pipe(v.array(pattern), v.minLength(1), v.maxLength(8)),
  /** Day it was taught, ISO 8601. */
  taughtOn: v.pipe(v.string(), v.isoDate()),
  shadow: v.optional(v.boolean()),
  selectors: v.object({
    userTurn: selector,
    assistantTurn: selector,
    userBody: v.optional(selector),
    answerBody: v.optional(selector),
    trace: v.optional(selector),
    exclude: v.optional(selector),
    streaming: v.optional(selector),
    stopButton: v.optional(selector),
    modelLabel: v.optional(selector),
    title: v.optional(selector),
    composer: v.optional(selector),
    sendButton: v.optional(selector),
  }),
})

/** A chat UI that a person taught Telltale to read, as it is kept, exported and imported. */
export type TaughtSite = v.InferOutput<typeof taughtSchema>

/**
 * A taught site from data of unknown origin. That its selectors are valid CSS can only be told in a page.
 * @throws Error that names the first field that is wrong.
 */
export function parseTaughtSite(data: unknown): TaughtSite {
  const parsed = v.safeParse(taughtSchema, data)
  if (parsed.success) return parsed.output
  const [issue] = parsed.issues
  throw new Error(`Not a ${SITE_FORMAT}: ${v.getDotPath(issue) ?? 'the whole'}: ${issue.message}`)
}

/** One site, or a list of them, from the text of a file. @throws Error that says what is wrong with it. */
export function parseTaughtFile(text: string): TaughtSite[] {
  let data: unknown
  try {
    data = JSON.parse(text)
  } catch (error) {
    throw new Error(`Not JSON: ${error instanceof Error ? error.message : String(error)}`)
  }
  return (Array.isArray(data) ? data : [data]).map(parseTaughtSite)
}

/** The id of what is taught of a host, the same each time. */
export function taughtId(host: string): string {
  return `taught-${host.toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '').slice(0, 80) || 'site'}`
}

/** The pattern that covers an address's host, port included, and nothing else: two programs may share a machine. */
export function patternOf(url: string): string {
  const { protocol, host } = new URL(url)
  return `${protocol}//${host}/*`
}

/** A taught site as the definition a reader is made from. */
export function definitionOf({ id, label, matches, taughtOn, shadow, selectors }: TaughtSite) {
  return { id, label, matches, selectors, ...(shadow && { shadow }), verified: { on: taughtOn, by: 'page' as const } }
}
