import { sql } from "drizzle-orm"
import { db } from "@/db/client"
import { OPEN_ROWS, serviceRequests } from "@/db/schema/requests"
import { drainQueue } from "@/lib/dispatch/assignment/assign-queue"
import { log } from "@/lib/runtime/log"
import { followLeadSql } from "./follow-lead-sql"

/**
 * Has reports follow an emergency that has ended or is gone without them: there were too many of them to follow at once,
 * or a version before this one, which knows of no reports, ended it while both serve. Without the assignment lock, since
 * nothing joins what has ended.
 */
export async function followEndedLeads(): Promise<void> {
  try {
    const followed = await db.execute(FOLLOW)
    if (followed.length > 0) await drainQueue()
  } catch (err) {
    log.warn({ err }, "reports that joined an emergency could not be checked; trying again")
  }
}

const ENDED_LEADS = sql`
  select joined_to from ${serviceRequests} where joined_to is not null and ${OPEN_ROWS} and not exists (
    select from ${serviceRequests} lead where lead.id = ${serviceRequests.joinedTo}
      and lead.status in ('pending', 'in_progress', 'on_hold'))`

const FOLLOW = followLeadSql({
  leads: ENDED_LEADS,
  to: sql`coalesce(lead.status, 'cancelled')`,
  // Whoever ended it had seen its reports if others ended with it.
  ends: sql`exists (select from ${serviceRequests} other where other.joined_to = lead.id and other.status = lead.status)`,
  most: 50_000,
})
