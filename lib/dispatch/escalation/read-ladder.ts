import { sql } from "drizzle-orm"
import { one, type Tx } from "@/db/client"
import { emergencies } from "@/db/schema/dispatch"
import { requestEvents, type serviceRequests } from "@/db/schema/requests"
import { AppError } from "@/lib/model/errors"
import { unconfirmedNotesSql } from "./unconfirmed-notes-sql"

type Request = Pick<typeof serviceRequests.$inferSelect, "id" | "status">

interface Ladder extends Record<string, unknown> {
  /** The current assignee has acknowledged it. Beginning work acknowledges, too. */
  isDone: boolean
  /** They had, and were asked to confirm what came since. */
  askedAgain: boolean
  /** Since which version its request tells of all that is known; 0 for what is no emergency. */
  toldVersion: number
}

const NOTHING: Ladder = { isDone: false, askedAgain: false, toldVersion: 0 }

/** Whether somebody has a request, and what they may not have read. */
export async function readLadder(tx: Tx, request: Request | undefined): Promise<Ladder> {
  if (!request) return NOTHING
  const { id, status } = request
  const [found] = await tx.execute<Ladder>(sql`
    select acknowledged_at is not null as "isDone", asked_again and assignee_id is not null as "askedAgain",
      told_version as "toldVersion"
    from ${emergencies} join service_requests on id = request_id where request_id = ${id}`)
  if (found) return found
  const acknowledged = sql`select from ${requestEvents} where request_id = ${id} and kind = 'acknowledged'`
  return one(
    await tx.execute<Ladder>(sql`
      select ${status !== "pending"}::boolean or exists (${acknowledged}) as "isDone", false as "askedAgain",
        0 as "toldVersion"`),
  )
}

const MOST_QUOTED = 300

/** The refusal of whoever confirms what they have not read: it says what that is. */
export async function isNews(tx: Tx, id: string): Promise<AppError> {
  const { added } = one(
    await tx.execute<{ added: string | null }>(sql`select ${unconfirmedNotesSql(sql`${id}::uuid`)} as added`),
  )
  const quoted = added && added.length > MOST_QUOTED ? `${added.slice(0, MOST_QUOTED)}…` : added
  const what = quoted ? `The customer has added: “${quoted}”.` : "It was reported again, with more danger."
  return new AppError("conflict", `${what} Read it, then confirm.`)
}
