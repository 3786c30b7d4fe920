import { ListLink } from "@/components/ui/link"
import { type Column, Table } from "@/components/ui/table"
import { TARGET_NAMES, TARGETS, type Target } from "@/lib/model/target"
import type { RequestFigures } from "@/lib/oversight/reports/contract"
import { countInWords, ratingInWords, shareInWords, timeInWords } from "./figure-words"

export interface FiguresRow extends RequestFigures {
  key: string
  name: string
  /** The list of the requests received. */
  href: string
}

const COLUMNS: Column<FiguresRow>[] = [
  {
    name: "Received",
    align: "end",
    cell: ({ received, href }) => <ListLink href={href}>{countInWords(received)}</ListLink>,
  },
  { name: "Resolved", align: "end", cell: ({ resolved }) => countInWords(resolved) },
  ...TARGETS.map(
    (target): Column<FiguresRow> => ({
      name: TARGET_NAMES[target],
      cell: (row) => <TargetCell row={row} target={target} />,
    }),
  ),
  { name: "Rating", align: "end", cell: (row) => ratingInWords(row) },
]

/** The figures of each category or person: how many, how quickly and how many in time. */
export function FiguresTable({ caption, of, rows }: { caption: string; of: string; rows: readonly FiguresRow[] }) {
  const first: Column<FiguresRow> = { name: of, heading: true, cell: ({ name }) => <bdi>{name}</bdi> }
  return <Table caption={caption} columns={[first, ...COLUMNS]} rows={rows} keyOf={({ key }) => key} />
}

function TargetCell({ row, target }: { row: FiguresRow; target: Target }) {
  const figures = row.targets.find((it) => it.target === target)
  if (!figures || figures.kept + figures.missed === 0) return "–"
  const { kept, missed, p50, p90 } = figures
  return (
    <ul className="text-sm tabular-nums">
      <li>Half within {timeInWords(p50)}</li>
      <li>90&nbsp;% within {timeInWords(p90)}</li>
      <li>
        In time {shareInWords(figures)} ({countInWords(kept)} of {countInWords(kept + missed)})
      </li>
    </ul>
  )
}
