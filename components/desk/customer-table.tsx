import { addressLine } from "@/components/requests/premises-text"
import { Card } from "@/components/ui/card"
import { ListLink, PhoneLink } from "@/components/ui/link"
import { markWords } from "@/components/ui/mark-words"
import { MarkedParts } from "@/components/ui/marked-parts"
import { type Column, Table } from "@/components/ui/table"
import type { ListedCustomer } from "@/lib/identity/customers/contract"
import { shownEmail } from "@/lib/model/shown-email"

interface CustomerTableProps {
  customers: readonly ListedCustomer[]
  /** What was searched for. */
  q: string | undefined
}

export function CustomerTable({ customers, q }: CustomerTableProps) {
  const text = (it: string) => (
    <span className="wrap-anywhere">
      <MarkedParts text={markWords(it, q)} />
    </span>
  )
  const columns: Column<ListedCustomer>[] = [
    {
      name: "Name",
      heading: true,
      cell: ({ id, name }) => <ListLink href={`/desk/customers/${id}`}>{text(name)}</ListLink>,
    },
    { name: "Phone", cell: ({ phone }) => <PhoneLink number={phone} className="link md:whitespace-nowrap" /> },
    { name: "Email", cell: ({ email }) => (email ? text(shownEmail(email)) : "None") },
    { name: "Address", cell: ({ premises }) => (premises ? text(addressLine(premises)) : "None") },
  ]
  return (
    <Card flush>
      <Table caption="Customers" columns={columns} rows={customers} keyOf={({ id }) => id} />
    </Card>
  )
}
