import { Card } from "@/components/ui/card"
import { EmailText } from "@/components/ui/email-text"
import { EmptyState } from "@/components/ui/empty-state"
import { Link } from "@/components/ui/link"
import { type Column, Table } from "@/components/ui/table"
import { Time } from "@/components/ui/time"
import type { Mail } from "@/lib/oversight/mail/contract"

const COLUMNS: Column<Mail>[] = [
  { name: "Subject", heading: true, cell: ({ id, subject }) => <Link href={`/admin/mail/${id}`}>{subject}</Link> },
  { name: "To", cell: ({ to }) => <EmailText>{to}</EmailText> },
  { name: "Created", cell: ({ createdAt }) => <Time value={createdAt} /> },
]

export function MailTable({ mails }: { mails: readonly Mail[] }) {
  if (mails.length === 0)
    return (
      <EmptyState icon="mail" title="No mail">
        Emails to customers and staff appear here.
      </EmptyState>
    )
  return (
    <Card flush>
      <Table caption="Mail" columns={COLUMNS} rows={mails} keyOf={({ id }) => id} />
    </Card>
  )
}
