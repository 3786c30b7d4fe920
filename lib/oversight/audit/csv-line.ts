type Cell = string | number | null

/** How a CSV file begins: without it, spreadsheets read a file as whatever their computer was set up for. */
export const BYTE_ORDER_MARK = "\uFEFF"

/** Characters that spreadsheets may take for the beginning of a formula, full-width signs included. */
const FORMULA = /^[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/

/** A line of comma-separated values (RFC 4180) that no spreadsheet runs: each cell in quotes, formulas defused. */
export const csvLine = (cells: readonly Cell[]): string => `${cells.map(quoted).join()}\r\n`

function quoted(cell: Cell): string {
  const text = String(cell ?? "")
  const defused = typeof cell === "string" && FORMULA.test(text) ? `'${text}` : text
  return `"${defused.replaceAll('"', '""')}"`
}
