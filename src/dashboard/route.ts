import { formats, type ExportFormat } from '../core/export/index'

/** What an export page's address asks for: `#/export?format=csv&host=chat.example`. */
export interface ExportRoute {
  format: ExportFormat
  /** Null: every host. */
  host: string | null
}

/** Reads the address; a format nobody knows falls back to JSON Lines, which loses nothing. */
export function parseExportRoute(hash: string): ExportRoute {
  const query = new URLSearchParams(hash.split('?')[1] ?? '')
  const format = query.get('format') ?? ''
  return { format: isFormat(format) ? format : 'jsonl', host: query.get('host') }
}

function isFormat(name: string): name is ExportFormat {
  return Object.hasOwn(formats, name)
}
