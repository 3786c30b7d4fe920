import { type AuditQuery, auditAddress } from "@/components/admin/audit-address"
import { ACTION_WORDS, SUBJECT_WORDS, wordFor } from "@/components/admin/audit-words"
import { Card } from "@/components/ui/card"
import { Link } from "@/components/ui/link"
import { MutedLine } from "@/components/ui/muted"
import { type Column, Table } from "@/components/ui/table"
import { Time } from "@/components/ui/time"
import type { AuditEntry } from "@/lib/oversight/audit/contract"

const columns = (query: AuditQuery): Column<AuditEntry>[] => [
  { name: "When", cell: ({ createdAt }) => <Time value={createdAt} /> },
  {
    name: "Who",
    cell: (entry) => (
      <span className="block min-w-0 wrap-anywhere">
        <Actor entry={entry} query={query} />
        {entry.address ? <MutedLine>{entry.address}</MutedLine> : null}
      </span>
    ),
  },
  { name: "Action", heading: true, cell: ({ action }) => wordFor(ACTION_WORDS, action) },
  {
    name: "Subject",
    cell: ({ subjectType, subjectId, subjectName }) => (
      <span className="block min-w-0 wrap-anywhere">
        <Link href={auditAddress({ ...query, subjectId })}>{subjectName ?? subjectId}</Link>
        <MutedLine>{wordFor(SUBJECT_WORDS, subjectType)}</MutedLine>
      </span>
    ),
  },
  { name: "Details", cell: ({ data }) => <Details data={data} /> },
]

function Actor({ entry, query }: { entry: AuditEntry; query: AuditQuery }) {
  const { actorId, apiKeyId, actorName, address } = entry
  // One filter at a time: choosing another person replaces the one chosen before.
  const only = (who: AuditQuery) => auditAddress({ ...query, actorId: undefined, apiKeyId: undefined, ...who })
  if (actorId) return <Link href={only({ actorId })}>{actorName ?? actorId}</Link>
  if (apiKeyId) return <Link href={only({ apiKeyId })}>API key {actorName ?? apiKeyId}</Link>
  return address ? "Not signed in" : "System"
}

function Details({ data }: Pick<AuditEntry, "data">) {
  const facts = Object.entries(data)
  if (facts.length === 0) return "None"
  return (
    <ul className="min-w-0 text-sm wrap-anywhere">
      {facts.map(([name, value]) => (
        <li key={name}>
          <span className="text-muted">{name}:</span> {typeof value === "string" ? value : JSON.stringify(value)}
        </li>
      ))}
    </ul>
  )
}

interface AuditTableProps {
  entries: readonly AuditEntry[]
  /** The current filters; links in the table add to them. */
  query: AuditQuery
}

export function AuditTable({ entries, query }: AuditTableProps) {
  return (
    <Card flush>
      <Table caption="Audit log" columns={columns(query)} rows={entries} keyOf={({ id }) => String(id)} />
    </Card>
  )
}
