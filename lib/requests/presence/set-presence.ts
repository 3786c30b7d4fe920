import { type SQL, sql } from "drizzle-orm"
import { db, one } from "@/db/client"
import { presences } from "@/db/schema/presences"
import type { Actor } from "@/lib/model/actor"
import { AppError } from "@/lib/model/errors"
import { authorize } from "@/lib/model/policy"
import { PRESENCE_HOLDS_SECONDS } from "@/lib/model/presence"
import { seeRequest } from "@/lib/requests/get-request"
import type { PresenceToSet, PresentPerson } from "./contract"
import { presentPeopleSql } from "./present-people-sql"

/** In how many places one account can be: more than anyone has in sight. */
const MOST_PLACES = 20

interface Answer extends Record<string, unknown> {
  isSaid: boolean
  people: PresentPerson[]
}

/**
 * Says that the actor looks at a request or writes there, or has gone. Nothing is recorded: it holds for some seconds.
 * @returns who else is there
 * @throws AppError `not_found` or `forbidden` by policy; `too_many_requests` for whom is in 20 places already
 */
export async function setPresence(
  actor: Actor,
  { id, doing, page, turn }: PresenceToSet,
): Promise<{ items: PresentPerson[] }> {
  authorize(actor, "presence.edit", await seeRequest(actor, { id }))
  const place = { requestId: id, accountId: actor.id, page, turn: turn ?? null }
  const said = doing === "gone" ? leaveSql(place) : saySql(place, doing)
  const { isSaid, people } = one(
    await db.execute<Answer>(sql`
      with said as (${said} returning 1)
      select exists (select from said) as "isSaid", ${presentPeopleSql(sql`${id}::uuid`)} as people`),
  )
  if (!isSaid && doing !== "gone")
    throw new AppError("too_many_requests", `You are looking at ${MOST_PLACES} requests already. Close one first.`, {
      retryAfter: PRESENCE_HOLDS_SECONDS,
    })
  return { items: people.filter((it) => it.id !== actor.id) }
}

interface Place {
  requestId: string
  accountId: string
  page: number
  turn: number | null
}

const IS_LATE = sql`coalesce(excluded.turn < ${presences.turn}, false)`

const isPlaceSql = ({ requestId, accountId, page }: Place) =>
  sql`(${presences.requestId}, ${presences.accountId}, ${presences.page}) = (${requestId}::uuid, ${accountId}::uuid, ${page}::int)`

/** Whether they may be in this place as well as in those that they were in at a moment. */
const isRoomySql = (place: Place, at: SQL) => sql`(
  select count(*) from ${presences}
  where ${presences.accountId} = ${place.accountId}::uuid and ${presences.until} > ${at} and not ${isPlaceSql(place)}
) < ${MOST_PLACES}`

const saySql = (place: Place, doing: string): SQL => sql`
  insert into ${presences} (request_id, account_id, page, doing, until, turn)
  select ${place.requestId}::uuid, ${place.accountId}::uuid, ${place.page}::int, ${doing}::text,
    now() + ${`${PRESENCE_HOLDS_SECONDS} seconds`}::interval, ${place.turn}::int
  where ${isRoomySql(place, sql`now()`)}
  on conflict (request_id, account_id, page) do update set
    doing = case when ${IS_LATE} then ${presences.doing} else excluded.doing end,
    until = case when ${IS_LATE} then ${presences.until} else excluded.until end,
    turn = case when ${IS_LATE} then ${presences.turn} else excluded.turn end,
    transaction_id = case when ${IS_LATE} or ${presences.doing} = excluded.doing and ${presences.until} > now()
      then ${presences.transactionId} else excluded.transaction_id end`

/**
 * A goodbye that overtakes what was said before it is remembered, so that this does not come after it. From a page that does
 * not count its turns, or somebody who was in 20 other places within the minute, it only ends what was said.
 */
const leaveSql = (place: Place): SQL => sql`
  insert into ${presences} (request_id, account_id, page, doing, until, turn)
  select ${place.requestId}::uuid, ${place.accountId}::uuid, ${place.page}::int, 'viewing', now(), ${place.turn}::int
  where exists (select from ${presences} where ${isPlaceSql(place)})
    or ${place.turn}::int is not null and ${isRoomySql(place, sql`now() - interval '1 minute'`)}
  on conflict (request_id, account_id, page) do update set until = now(), turn = excluded.turn,
    transaction_id = excluded.transaction_id
  where not ${IS_LATE} and ${presences.until} > now()`
