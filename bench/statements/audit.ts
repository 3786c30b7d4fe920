import { sql } from "drizzle-orm"
import { db } from "@/db/client"
import type { AuditFilter } from "@/lib/oversight/audit/contract"
import { listAudit } from "@/lib/oversight/audit/list-audit"
import type { Readers } from "./people"
import type { Case } from "./run"

/** Actions with many, few and no entries. */
const ACTIONS = [undefined, "request.moved", "account.signed_in", "key.created", "key.rolled"] as const
const SUBJECT_TYPES = [undefined, "request", "account", "key", "holiday"] as const
const DAYS = [{}, { from: "1980-01-01", to: "1980-01-02" }, { from: "2020-01-01" }] as const

/** The audit log by every combination of its filters, from its beginning and from its middle. */
export async function* auditCases({ administrator, busiest, largest, utilityKey }: Readers): AsyncGenerator<Case> {
  const [row] = await db.execute<{ id: number; subject: string; actor: string }>(sql`
    select id::float8, subject_id as subject, (select min(actor_id::text) from (select actor_id from audit_entries where id % 50 = 0 limit 100) often) as actor
    from audit_entries where id = (select max(id) / 2 from audit_entries)`)
  const subjects = [undefined, row?.subject, largest.id]
  const actors = [{}, { actorId: busiest.id }, { actorId: row?.actor }, { apiKeyId: utilityKey.id }]
  for (const action of ACTIONS)
    for (const subjectType of SUBJECT_TYPES)
      for (const subjectId of subjects)
        for (const by of actors)
          for (const days of DAYS)
            for (const after of [undefined, row?.id]) {
              const filter: AuditFilter & { after?: number } = { action, subjectType, subjectId, ...by, ...days, after }
              const name = Object.entries(filter).flatMap(([key, value]) =>
                value ? [`${key}=${String(value).slice(0, 20)}`] : [],
              )
              yield {
                page: "audit",
                role: "administrator",
                name: name.join(" "),
                run: () => listAudit(administrator, { limit: 20, ...filter }),
              }
            }
}
