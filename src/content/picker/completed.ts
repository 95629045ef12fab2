import { TRACES } from '../../sites/generic/inside'
import type { SiteDefinition } from '../../sites/site'

/** Reasoning may show first in a later answer than the one pointed at: what usually is reasoning is never taken for an answer. */
export function completed(definition: SiteDefinition): SiteDefinition {
  return { ...definition, selectors: { trace: TRACES, ...definition.selectors } }
}
