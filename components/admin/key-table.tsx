import { KeyState } from "@/components/admin/key-state"
import { reachInWords, scopesInWords } from "@/components/admin/key-words"
import { Card } from "@/components/ui/card"
import { Link } from "@/components/ui/link"
import { type Column, Table } from "@/components/ui/table"
import { Time } from "@/components/ui/time"
import type { ApiKey } from "@/lib/identity/keys/contract"

const COLUMNS: Column<ApiKey>[] = [
  {
    name: "Name",
    heading: true,
    cell: ({ id, name }) => (
      <Link href={`/admin/keys/${id}`} className="wrap-anywhere">
        <bdi>{name}</bdi>
      </Link>
    ),
  },
  { name: "Access", cell: scopesInWords },
  { name: "Covers", cell: reachInWords },
  { name: "Last used", cell: ({ lastUsedAt }) => (lastUsedAt ? <Time value={lastUsedAt} /> : "Never") },
  { name: "Status", cell: (key) => <KeyState {...key} /> },
]

export function KeyTable({ keys }: { keys: readonly ApiKey[] }) {
  return (
    <Card flush>
      <Table caption="API keys" columns={COLUMNS} rows={keys} keyOf={({ id }) => id} />
    </Card>
  )
}
