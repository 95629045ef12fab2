/**
 * A call of `fn` as source text, for a browser to evaluate. tsx and Vitest compile with names kept, which puts calls of
 * `__name` into functions; a page has no such function, so one comes along.
 */
export function callExpression(fn: (...args: never[]) => unknown, args: readonly unknown[]): string {
  const list = args.map(argument => (argument === undefined ? 'undefined' : JSON.stringify(argument))).join(', ')
  return `(() => { const __name = fn => fn; return (${fn.toString()})(${list}) })()`
}

/** Repeats `attempt` until it gives something truthy. A throwing attempt is remembered and told at the end. */
export async function until<T>(attempt: () => Promise<T>, what: string, timeout = 20_000): Promise<NonNullable<T>> {
  const end = Date.now() + timeout
  let last: unknown = 'never true'
  while (Date.now() < end) {
    try {
      const value = await attempt()
      if (value) return value
    } catch (error) {
      last = error
    }
    await new Promise(resolve => setTimeout(resolve, 50))
  }
  throw new Error(`Waited ${timeout} ms in vain for ${what} (${last instanceof Error ? last.message : last})`)
}
