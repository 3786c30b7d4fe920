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
  { name: "Details", cell: (entry) => <Details entry={entry} /> },
]

function Actor({ entry, query }: { entry: AuditEntry; query: AuditQuery }) {
  const { actorId, apiKeyId, actorName, address } = entry
  // One filter at a time: choosing another person replaces the one chosen before.
  const only = (who: AuditQuery) => auditAddress({ ...query, actorId: undefined, apiKeyId: undefined, ...who })
  if (actorId) return <Link href={only({ actorId })}>{actorName ?? actorId}</Link>
  if (apiKeyId) return <Link href={only({ apiKeyId })}>API key {actorName ?? apiKeyId}</Link>
  return address ? "Not signed in" : "System"
}

function Details({ entry: { data, dataNames } }: { entry: AuditEntry }) {
  const facts = Object.entries(data)
  if (facts.length === 0) return "None"
  return (
    <ul className="facts">
      {facts.map(([name, value]) => (
        <li key={name}>
          <span>{wordOf(name)}</span> {inWords(value, dataNames)}
        </li>
      ))}
    </ul>
  )
}

/** "assigneeId" is told as "assignee", since names stand for ids. */
const wordOf = (name: string): string =>
  name.replace(/Ids?$/, "").replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)

function inWords(value: unknown, names: AuditEntry["dataNames"]): string {
  if (typeof value === "string") return names[value] ?? shortId(value)
  if (Array.isArray(value) && value.every((it) => typeof it === "string"))
    return value.map((it) => names[it] ?? shortId(it)).join(", ") || "none"
  return JSON.stringify(value)
}

const ID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/

/** What has no name is told apart by the end of its id; the file has all of it. */
const shortId = (text: string): string => (ID.test(text) ? `…${text.slice(-8)}` : text)

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
