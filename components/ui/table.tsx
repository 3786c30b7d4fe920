import type { ReactNode } from "react"
import { classes } from "@/components/ui/style"

export interface Column<Row> {
  name: string
  cell: (row: Row) => ReactNode
  /** The cell that names the row: its heading on a phone, and for those who listen. */
  heading?: boolean
  align?: "end"
}

interface TableProps<Row> {
  /** Read out before the table; visible captions belong in a `Card`. */
  caption: string
  columns: Column<Row>[]
  rows: readonly Row[]
  keyOf: (row: Row) => string
  /** Rows that must be seen before all others. */
  alarming?: (row: Row) => boolean
}

export function Table<Row>({ caption, columns, rows, keyOf, alarming }: TableProps<Row>) {
  return (
    <table className="table-cards w-full border-collapse text-left">
      <caption className="sr-only">{caption}</caption>
      <thead className="border-b border-line bg-sunken text-sm text-muted">
        <tr>
          {columns.map(({ name, align }) => (
            <th key={name} scope="col" className={cellStyle(align, "py-2 font-semibold")}>
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="divide-y divide-line">
        {rows.map((row) => (
          <tr key={keyOf(row)} className={alarming?.(row) ? ALARMING : "hover:bg-sunken"}>
            {columns.map((column) => (
              <Cell key={column.name} column={column} row={row} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const ALARMING = "bg-danger-soft shadow-[inset_0.375rem_0_0_var(--alarm)]"

function Cell<Row>({ column, row }: { column: Column<Row>; row: Row }) {
  const style = cellStyle(column.align, "py-3 align-top")
  // On a phone a cell is a line of two: what it is, and all that it holds.
  const content = <div className="min-w-0">{column.cell(row)}</div>
  return column.heading ? (
    <th scope="row" className={`${style} font-semibold`}>
      {content}
    </th>
  ) : (
    <td data-label={column.name} className={style}>
      {content}
    </td>
  )
}

function cellStyle(align: "end" | undefined, more: string): string {
  return classes("cell", align === "end" && "text-right tabular-nums", more)
}
