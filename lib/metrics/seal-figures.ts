import { sql } from "drizzle-orm"
import { Gauge } from "prom-client"
import { auditEntries, auditSeals } from "@/db/schema/records"
import { countOf } from "./ask-database"
import type { Figures } from "./figures"
import { metric } from "./registry"

const behind = metric("gas_audit_seals_behind", (common) => {
  return new Gauge({ ...common, help: "Entries of the audit log that are not sealed yet, 10,000 at most" })
})

/** How far the chain of seals is behind the audit log. */
export const sealFigures: Figures = {
  question: countOf(sql`from ${auditEntries} where id > (select coalesce(max(entry_id), 0) from ${auditSeals})`),
  show: ([row]) => behind.set(Number(row?.value ?? 0)),
  forget: () => behind.remove(),
}
