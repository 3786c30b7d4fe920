import { db } from "@/db/client"
import { openStream } from "@/lib/identity/streams/open-stream"
import { type Actor, authorOf } from "@/lib/model/actor"
import { permit } from "@/lib/model/policy"
import { audit } from "@/lib/platform/audit/audit"
import type { AuditEntry, AuditFilter } from "./contract"
import { BYTE_ORDER_MARK, csvLine } from "./csv-line"
import { readEntries } from "./read-entries"

const BATCH = 500
const HEADINGS = [
  "id",
  "time",
  "action",
  "subject type",
  "subject id",
  "subject",
  "actor id",
  "api key id",
  "actor",
  "address",
  "data",
  "names in data",
]

/**
 * The filtered log as a CSV stream, read a batch at a time so that its length costs no memory. The stream ends when the
 * actor loses access.
 * @throws AppError `forbidden` unless the actor may read the audit log.
 */
export async function exportAudit(actor: Actor, filter: AuditFilter) {
  permit(actor, "audit.read")
  // What was looked for can be words somebody typed, such as a name.
  const filters = Object.keys(filter).filter((name) => filter[name as keyof AuditFilter] !== undefined)
  await audit(db, authorOf(actor), { action: "audit.exported", subject: ["account", actor.id], data: { filters } })
  const content = openStream(actor, linesOf(filter))
  return { name: `audit-${new Date().toISOString().slice(0, 10)}.csv`, mediaType: "text/csv; charset=utf-8", content }
}

async function* linesOf(filter: AuditFilter): AsyncGenerator<string, undefined> {
  yield BYTE_ORDER_MARK + csvLine(HEADINGS)
  let after: number | undefined
  do {
    const entries = await readEntries(filter, { after, limit: BATCH })
    if (entries.length > 0) yield entries.map(lineOf).join("")
    after = entries.length === BATCH ? entries.at(-1)?.id : undefined
  } while (after !== undefined)
}

const lineOf = (it: AuditEntry) =>
  csvLine([
    it.id,
    it.createdAt.toISOString(),
    it.action,
    it.subjectType,
    it.subjectId,
    it.subjectName,
    it.actorId,
    it.apiKeyId,
    it.actorName,
    it.address,
    JSON.stringify(it.data),
    Object.values(it.dataNames).join(", "),
  ])
