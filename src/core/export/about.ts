/** What a report says of itself. */
export interface About {
  /** ISO 8601 UTC. */
  generatedAt: string
  /** Telltale's version. */
  version: string
}
