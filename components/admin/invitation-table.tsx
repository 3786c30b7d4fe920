import type { z } from "zod"
import { InvitationActions, type InvitationVerbs } from "@/components/admin/invitation-actions"
import { Badge } from "@/components/ui/badge"
import { Card } from "@/components/ui/card"
import { EmailText } from "@/components/ui/email-text"
import { EmptyState } from "@/components/ui/empty-state"
import { type Column, Table } from "@/components/ui/table"
import { Time } from "@/components/ui/time"
import type { Invitation } from "@/lib/identity/invitations/contract"
import { ROLE_NAMES } from "@/lib/model/role"

type Invited = z.infer<typeof Invitation>

const columns = (verbs: InvitationVerbs): Column<Invited>[] => [
  { name: "Email", heading: true, cell: ({ email }) => <EmailText>{email}</EmailText> },
  { name: "Role", cell: ({ role }) => ROLE_NAMES[role] },
  { name: "Created", cell: ({ createdAt }) => <Time value={createdAt} /> },
  { name: "Status", cell: (invitation) => <State {...invitation} /> },
  {
    name: "Actions",
    cell: ({ id, email, usedAt, revokedAt }) =>
      usedAt || revokedAt ? null : <InvitationActions id={id} email={email} {...verbs} />,
  },
]

function State({ usedAt, revokedAt, expiresAt }: Invited) {
  if (usedAt)
    return (
      <>
        <Badge tone="success">Used</Badge> <Time value={usedAt} dateOnly />
      </>
    )
  if (revokedAt)
    return (
      <>
        <Badge>Revoked</Badge> <Time value={revokedAt} dateOnly />
      </>
    )
  if (expiresAt < new Date()) return <Badge>Expired</Badge>
  return (
    <>
      Valid until <Time value={expiresAt} dateOnly />
    </>
  )
}

interface InvitationTableProps extends InvitationVerbs {
  invitations: readonly Invited[]
}

export function InvitationTable({ invitations, ...verbs }: InvitationTableProps) {
  if (invitations.length === 0)
    return (
      <EmptyState icon="mail" title="No invitations yet">
        Invited staff can start immediately, without approval.
      </EmptyState>
    )
  return (
    <Card flush>
      <Table caption="Invitations" columns={columns(verbs)} rows={invitations} keyOf={({ id }) => id} />
    </Card>
  )
}
