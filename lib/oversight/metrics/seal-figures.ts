import { sql } from "drizzle-orm"
import { Gauge } from "prom-client"
import { UNSEALED } from "@/lib/oversight/audit/seal-backlog"
import { metric } from "@/lib/platform/metrics/registry"
import type { Figures } from "./figures"

const behind = metric("gas_audit_seals_behind", (common) => {
  return new Gauge({ ...common, help: "Audit log entries not sealed yet, up to 21,000" })
})

const oldest = metric("gas_audit_oldest_unsealed_seconds", (common) => {
  return new Gauge({ ...common, help: "Age of the oldest unsealed audit log entry" })
})

/** How far the chain of seals is behind the audit log. */
export const sealFigures: Figures = {
  question: sql`
    with ${UNSEALED}
    select count(*)::int as entries, coalesce(greatest(extract(epoch from now() - min(created_at)), 0), 0)::float8 as seconds
    from unsealed`,
  show([row]) {
    behind.set(Number(row?.entries ?? 0))
    oldest.set(Number(row?.seconds ?? 0))
  },
  forget() {
    behind.remove()
    oldest.remove()
  },
}
