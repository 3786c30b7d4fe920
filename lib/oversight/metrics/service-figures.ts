import { sql } from "drizzle-orm"
import { Gauge } from "prom-client"
import { clockChecks, emergencies } from "@/db/schema/dispatch"
import { OPEN_ROWS, serviceRequests } from "@/db/schema/requests"
import { UNASSIGNED } from "@/lib/dispatch/assignment/queue"
import { metric } from "@/lib/platform/metrics/registry"
import type { Figures } from "./figures"
import { countSql } from "./query-figures"

const gauge = (name: string, help: string) => metric(name, (common) => new Gauge({ ...common, help }))

const SHOWN = {
  emergencies: gauge("gas_emergencies_waiting", "Open emergencies not acknowledged yet"),
  oldest: gauge(
    "gas_emergency_oldest_waiting_seconds",
    "How long the oldest of these has been waiting, 0 if there are none",
  ),
  unassigned: gauge("gas_requests_unassigned", "Unassigned requests, up to 10,000"),
  overdue: gauge("gas_requests_overdue", "Open requests that have missed a service level, up to 10,000"),
}

/** How the service is doing for the people it is for. */
export const serviceFigures: Figures = {
  question: sql`
    select waiting.*,
      (${countSql(sql`from ${serviceRequests} where ${UNASSIGNED}`)}) as unassigned,
      (${countSql(sql`from ${serviceRequests} join ${clockChecks} on request_id = id
        where ${OPEN_ROWS} and breached <> '{}'`)}) as overdue
    from (
      select count(*)::int as emergencies, coalesce(extract(epoch from now() - min(created_at)), 0)::float8 as oldest
      from ${emergencies} join ${serviceRequests} on id = request_id
      where acknowledged_at is null and ${OPEN_ROWS}
    ) waiting`,
  show([row]) {
    for (const [name, shown] of Object.entries(SHOWN)) shown.set(Number(row?.[name] ?? 0))
  },
  forget() {
    for (const shown of Object.values(SHOWN)) shown.remove()
  },
}
