import { and, eq, type SQL, sql } from "drizzle-orm"
import { reading } from "@/db/client"
import { serviceRequests } from "@/db/schema/requests"
import { requestSearch } from "@/db/schema/search"
import type { Actor } from "@/lib/model/actor"
import { permit } from "@/lib/model/policy"
import { isOpen, STATUSES, type Status } from "@/lib/model/status"
import { RequestCounts } from "./contract"
import { parseSearch, WALKED } from "./search-requests"

/** Of somebody with more requests than these nothing is counted: so many are looked at, and so many for words. */
const BOUNDS = { most: 10_000, window: WALKED }

/**
 * How many requests of their own the actor has, by status; with `q` those that its words find. Nothing for a search by a
 * reference, which finds whatever the status is, and for whoever has more requests than are counted.
 * @throws AppError `forbidden` when the actor's role may read no requests
 */
export async function countRequests(
  actor: Actor,
  { q }: { q?: string },
  { most, window } = BOUNDS,
): Promise<RequestCounts | undefined> {
  permit(actor, "request.read")
  const { patterns, references, hasWords, hasReferences } = parseSearch({ q })
  const own = eq(serviceRequests.customerId, actor.id)
  const named = and(own, sql`${serviceRequests.reference} = any(${references}::text[])`)
  if (hasReferences && (await reading.$count(serviceRequests, named)) > 0) return undefined
  if (q !== undefined && !hasWords) return undefined
  const bound = q === undefined ? most : window
  const rows = await reading.execute<{ status: Status; looked: number; found: number }>(sql`
    select status, count(*)::int as looked, count(fits)::int as found
    from (select id, status from ${serviceRequests} where ${own} order by id desc limit ${bound + 1}) theirs
      ${q === undefined ? sql`, (values (true)) every (fits)` : withWordsSql(patterns)}
    group by status`)
  if (rows.reduce((sum, { looked }) => sum + looked, 0) > bound) return undefined
  const of = (fits: (status: Status) => boolean) =>
    rows.reduce((sum, { status, found }) => sum + (fits(status) ? found : 0), 0)
  const byStatus = STATUSES.map((one) => [one, of((status) => status === one)])
  return RequestCounts.parse({ all: of(() => true), open: of(isOpen), ...Object.fromEntries(byStatus) })
}

/** Says of each row whether it has all words. */
const withWordsSql = (patterns: string): SQL => sql`
  left join lateral (
    select true as fits from ${requestSearch}
    where request_id = theirs.id and ${requestSearch.text} like all(${patterns}::text[]) offset 0) matching on true`
