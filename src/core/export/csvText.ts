export type Cell = string | number | null | undefined

/**
 * What a spreadsheet may run: a cell that begins with a sign of a formula (half or full width) or with white
 * space that some drop (OWASP, CSV injection). Apostrophes before it count, so that ours can be taken off again.
 */
const formula = /^'*[=+\-@＝＋－＠\t\r\n]/

/** RFC 4180: comma, CRLF, quotes doubled. */
export function csvLine(cells: readonly Cell[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`
}

/** A cell as text that spreadsheets show and do not run; NUL, at which some readers stop, becomes `␀`. */
function csvCell(cell: Cell): string {
  if (cell === null || cell === undefined) return ''
  if (typeof cell === 'number') return String(cell)
  const text = (formula.test(cell) ? `'${cell}` : cell).replaceAll('\0', '␀')
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** The text as it was before it was made harmless. */
export function plainCell(cell: string): string {
  return cell.startsWith("'") && formula.test(cell) ? cell.slice(1) : cell
}
