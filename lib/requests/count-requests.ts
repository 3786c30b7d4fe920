import { and, count, eq, type SQL, sql } from "drizzle-orm"
import { reading } from "@/db/client"
import { serviceRequests } from "@/db/schema/requests"
import { requestSearch } from "@/db/schema/search"
import type { Actor } from "@/lib/model/actor"
import { permit } from "@/lib/model/policy"
import { isOpen, STATUSES, type Status } from "@/lib/model/status"
import { RequestCounts } from "./contract"
import { parseSearch } from "./search-requests"

/**
 * How many requests of their own the actor has, by status; with `q` those that its words find. Nothing for a search by a
 * reference, which finds whatever the status is.
 * @throws AppError `forbidden` when the actor's role may read no requests
 */
export async function countRequests(actor: Actor, { q }: { q?: string }): Promise<RequestCounts | undefined> {
  permit(actor, "request.read")
  const { patterns, references, hasWords, hasReferences } = parseSearch({ q })
  const own = eq(serviceRequests.customerId, actor.id)
  const named = and(own, sql`${serviceRequests.reference} = any(${references}::text[])`)
  if (hasReferences && (await reading.$count(serviceRequests, named)) > 0) return undefined
  if (q !== undefined && !hasWords) return undefined
  const rows = await reading
    .select({ status: serviceRequests.status, count: count() })
    .from(serviceRequests)
    .where(and(own, q === undefined ? undefined : hasWordsSql(patterns)))
    .groupBy(serviceRequests.status)
  const of = (fits: (status: Status) => boolean) =>
    rows.reduce((sum, row) => sum + (fits(row.status) ? row.count : 0), 0)
  const byStatus = STATUSES.map((one) => [one, of((status) => status === one)])
  return RequestCounts.parse({ all: of(() => true), open: of(isOpen), ...Object.fromEntries(byStatus) })
}

const hasWordsSql = (patterns: string): SQL => sql`exists (
  select from ${requestSearch}
  where ${requestSearch.requestId} = ${serviceRequests.id} and ${requestSearch.text} like all(${patterns}::text[]))`
