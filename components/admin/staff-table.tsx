import { Badge } from "@/components/ui/badge"
import { Card } from "@/components/ui/card"
import { EmailText } from "@/components/ui/email-text"
import { Link } from "@/components/ui/link"
import { MutedLine } from "@/components/ui/muted"
import { type Column, Table } from "@/components/ui/table"
import type { StaffMember } from "@/lib/dispatch/staff/contract"
import { CATEGORY_IDS, categoryFacts } from "@/lib/model/category"
import { ROLE_NAMES } from "@/lib/model/role"

const COLUMNS: Column<StaffMember>[] = [
  {
    name: "Name",
    heading: true,
    cell: ({ id, name, email }) => (
      <span className="block min-w-0 wrap-anywhere">
        <Link href={`/admin/staff/${id}`}>
          <bdi>{name}</bdi>
        </Link>
        <MutedLine>
          <EmailText>{email}</EmailText>
        </MutedLine>
      </span>
    ),
  },
  {
    name: "Role",
    cell: ({ role, team }) => (
      <span className="block min-w-0">
        {ROLE_NAMES[role]}
        {team ? <MutedLine className="wrap-anywhere">{team}</MutedLine> : null}
      </span>
    ),
  },
  {
    name: "New requests",
    cell: ({ role, state, available }) =>
      state === "disabled" ? (
        <Badge>Disabled</Badge>
      ) : role === "administrator" ? (
        "None"
      ) : available ? (
        <Badge tone="success">Available</Badge>
      ) : (
        <Badge>Away</Badge>
      ),
  },
  {
    name: "Open",
    cell: ({ role, openRequests, capacity }) => (role === "administrator" ? "None" : `${openRequests} of ${capacity}`),
  },
  { name: "Categories", cell: ({ categories }) => inWords(categories) },
]

export function StaffTable({ caption, staff }: { caption: string; staff: readonly StaffMember[] }) {
  return (
    <Card flush>
      <Table caption={caption} columns={COLUMNS} rows={staff} keyOf={({ id }) => id} />
    </Card>
  )
}

/** Most people take everything; what matters is who does not. */
function inWords(categories: StaffMember["categories"]): string {
  if (categories.length === 0) return "None"
  if (categories.length === CATEGORY_IDS.length) return "All"
  if (categories.length > 2) return `${categories.length} of ${CATEGORY_IDS.length}`
  return categories.map((id) => categoryFacts(id).name).join(", ")
}
