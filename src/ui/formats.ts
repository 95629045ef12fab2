import type { ExportFormat } from '../core/export/index'

/** Formats by the names their users know them by; the same in every language. */
export const formatNames: Record<ExportFormat, string> = {
  html: 'HTML',
  markdown: 'Markdown',
  csv: 'CSV',
  jsonl: 'JSON Lines',
}
