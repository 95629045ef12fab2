export type { Piece, ReadTurn, Reading, Selector, Site, SiteDefinition } from './site'
export { definitionFor, definitions, matchPatterns, siteFor } from './registry'
export { skeleton } from './skeleton'
