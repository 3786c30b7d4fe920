import { type SQL, sql } from "drizzle-orm"
import { apiKeys } from "@/db/schema/api-keys"
import { auditEntries } from "@/db/schema/records"
import type { Actor } from "@/lib/model/actor"
import { AppError } from "@/lib/model/errors"
import { waitInWords } from "@/lib/model/wait-words"
import { env } from "@/lib/runtime/env"

const HOUR_MS = 3_600_000

/** So many times the limit may be sent of what tells of danger without being an emergency. */
const FAR_MORE = 10

/** A request that counts towards a limit. */
export interface Limited {
  actor: Actor
  /** It may tell of a danger, or of somebody vulnerable: its limit is far higher. */
  isUrgent: boolean
}

/** How many requests somebody has sent within the last hour. */
export interface SentLately {
  id: string
  isUrgent: boolean
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
export function filedLatelySql(limited: readonly Limited[]): SQL {
  const kinds = [false, true].flatMap((isUrgent) => {
    const actors = limited.filter((it) => it.isUrgent === isUrgent).map(({ actor }) => actor)
    return actors.length > 0 ? [ofKindSql(actors, isUrgent)] : []
  })
  return sql`(select json_agg(it) from (${sql.join(kinds, sql` union all `)}) it)`
}

function ofKindSql(actors: readonly Actor[], isUrgent: boolean): SQL {
  const [people, keys] = [actors.filter(({ key }) => !key), actors.filter(({ key }) => key)]
  const times = isUrgent ? FAR_MORE : 1
  const most = sql`${env().FILINGS_PER_HOUR * times}::int`
  const ofKeys = sql`k.filings_per_hour * ${times}::int`
  return sql`
    select who as id, ${isUrgent}::boolean as "isUrgent", ${most} as most, filed, oldest
    from unnest(${uuids(people)}) who cross join lateral ${latelySql(sql`actor_id = who`, most)} it
    union all
    select k.id, ${isUrgent}::boolean, ${ofKeys}, filed, oldest
    from ${apiKeys} k cross join lateral ${latelySql(sql`api_key_id = k.id`, ofKeys)} it
    where k.id = any(${uuids(keys)})`
}

/** Until when this process refuses whoever has sent too many, so that they cost the database nothing. */
const refused = new Map<string, number>()

const keyOf = ({ id }: { id: string }, isUrgent: boolean): string => `${id} ${isUrgent}`

/**
 * Compares what `filedLatelySql` found with the limits, counting these requests as well.
 * @throws AppError `too_many_requests`, with the seconds left
 */
export function checkFilings(limited: readonly Limited[], filed: readonly SentLately[]): void {
  const found = new Map(filed.map((row) => [keyOf(row, row.isUrgent), { ...row }]))
  for (const { actor, isUrgent } of limited) {
    const key = keyOf(actor, isUrgent)
    const lately = found.get(key)
    if (lately && lately.filed >= lately.most) {
      refused.set(key, (lately.oldest ?? Date.now()) + HOUR_MS)
      throw tooMany(key)
    }
    // Each counts towards both limits.
    for (const either of [true, false]) {
      const counted = found.get(keyOf(actor, either))
      if (counted) counted.filed++
    }
  }
}

/**
 * Refuses somebody who was refused already and whose time is not over.
 * @throws AppError `too_many_requests`, with the seconds left
 */
export function checkRefused({ actor, isUrgent }: Limited): void {
  const key = keyOf(actor, isUrgent)
  const until = refused.get(key)
  if (until === undefined) return
  if (until > Date.now()) throw tooMany(key)
  refused.delete(key)
}

function tooMany(key: string): AppError {
  const retryAfter = Math.max(1, Math.ceil(((refused.get(key) ?? 0) - Date.now()) / 1000))
  const message = `You have sent too many requests in an hour. Try again in ${waitInWords(retryAfter)}. For an emergency, call ${env().EMERGENCY_PHONE}.`
  return new AppError("too_many_requests", message, { retryAfter })
}
