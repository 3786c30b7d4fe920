import { type SQL, sql } from "drizzle-orm"
import { apiKeys } from "@/db/schema/api-keys"
import { auditEntries } from "@/db/schema/records"
import type { Actor } from "@/lib/model/actor"
import { AppError } from "@/lib/model/errors"
import { env } from "@/lib/runtime/env"

const HOUR_MS = 3_600_000

/** How many requests somebody has sent within the last hour. */
export interface SentLately {
  id: string
  most: number
  filed: number
  /** When the first of the latest `most` was sent, in milliseconds since 1970; null for none. */
  oldest: number | null
}

/** Requests sent lately, by the audit log, which remembers those that were deleted. Counted no further than the limit. */
const latelySql = (author: SQL, most: SQL) => sql`(
  select count(*)::int as filed, floor(extract(epoch from min(created_at)) * 1000)::float8 as oldest from (
    select created_at from ${auditEntries}
    where ${author} and created_at > now() - interval '1 hour' and action = 'request.filed'
    order by created_at desc limit ${most}) lately)`

const uuids = (actors: readonly Actor[]) => sql`${`{${[...new Set(actors.map(({ id }) => id))].join()}}`}::uuid[]`

/** How many requests each of these actors has sent within the last hour, as one JSON value. */
export function filedLatelySql(actors: readonly Actor[]): SQL {
  const [people, keys] = [actors.filter(({ key }) => !key), actors.filter(({ key }) => key)]
  const most = sql`${env().FILINGS_PER_HOUR}::int`
  return sql`(select json_agg(it) from (
    select who as id, ${most} as most, filed, oldest
    from unnest(${uuids(people)}) who cross join lateral ${latelySql(sql`actor_id = who`, most)} it
    union all
    select k.id, k.filings_per_hour, filed, oldest
    from ${apiKeys} k cross join lateral ${latelySql(sql`api_key_id = k.id`, sql`k.filings_per_hour`)} it
    where k.id = any(${uuids(keys)})) it)`
}

/** Until when this process refuses whoever has sent too many, so that they cost the database nothing. */
const refused = new Map<string, number>()

/**
 * Compares what `filedLatelySql` found with the limits, counting these requests as well.
 * @throws AppError `too_many_requests`, with the seconds left
 */
export function checkFilings(actors: readonly Actor[], filed: readonly SentLately[]): void {
  const found = new Map(filed.map((row) => [row.id, { ...row }]))
  for (const { id } of actors) {
    const lately = found.get(id)
    if (!lately) continue
    if (lately.filed >= lately.most) {
      refused.set(id, (lately.oldest ?? Date.now()) + HOUR_MS)
      throw tooMany(id)
    }
    lately.filed++
  }
}

/**
 * Refuses somebody who was refused already and whose time is not over.
 * @throws AppError `too_many_requests`, with the seconds left
 */
export function checkRefused({ id }: Actor): void {
  const until = refused.get(id)
  if (until === undefined) return
  if (until > Date.now()) throw tooMany(id)
  refused.delete(id)
}

function tooMany(id: string): AppError {
  const retryAfter = Math.max(1, Math.ceil(((refused.get(id) ?? 0) - Date.now()) / 1000))
  const minutes = Math.ceil(retryAfter / 60)
  const wait = minutes > 1 ? `${minutes} minutes` : "a minute"
  const message = `You have sent too many requests in an hour. Try again in ${wait}. For an emergency, call us.`
  return new AppError("too_many_requests", message, { retryAfter })
}
