/** Where in the dashboard a person is: `#/export?format=csv&host=chat.example` is the view `export` with its query. */
export interface Route {
  view: string
  query: URLSearchParams
}

/** Reads a page's hash; one without a view is the first view's. */
export function parseRoute(hash: string, first: string): Route {
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split('?')
  return { view: path || first, query: new URLSearchParams(query) }
}

/** The hash of a view, for links. */
export function hashOf(view: string, query: Record<string, string> = {}): string {
  const search = new URLSearchParams(query).toString()
  return `#/${view}${search && `?${search}`}`
}
