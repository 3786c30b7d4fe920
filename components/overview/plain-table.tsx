import { ListLink } from "@/components/ui/link"
import { Table } from "@/components/ui/table"
import { countInWords } from "./figure-words"

export interface PlainRow {
  key: string
  name: string
  /** Numbers, each with the list of what it counts where there is one. */
  numbers: readonly { count: number; href?: string }[]
}

/** A table of names and numbers. */
export function PlainTable({
  caption,
  columns,
  rows,
}: {
  caption: string
  columns: readonly string[]
  rows: readonly PlainRow[]
}) {
  const [first = "", ...rest] = columns
  return (
    <Table
      caption={caption}
      keyOf={({ key }) => key}
      rows={rows}
      columns={[
        { name: first, heading: true, cell: ({ name }) => name },
        ...rest.map((name, i) => ({
          name,
          align: "end" as const,
          cell: ({ numbers }: PlainRow) => <CountCell {...(numbers[i] ?? { count: 0 })} />,
        })),
      ]}
    />
  )
}

function CountCell({ count, href }: { count: number; href?: string }) {
  const text = countInWords(count)
  return href && count > 0 ? <ListLink href={href}>{text}</ListLink> : text
}
