import { type SQL, sql } from "drizzle-orm"
import { emergencies } from "@/db/schema/dispatch"
import { OPEN_ROWS, serviceRequests } from "@/db/schema/requests"
import type { AssignmentTx } from "@/lib/dispatch/assignment/lock"
import type { RequestToAssign } from "@/lib/model/decision"
import type { EscalationLevel } from "@/lib/model/escalation-level"
import { REQUIRED_SKILL } from "@/lib/requests/required-skill-sql"

/** An open emergency whose offer is over: it has to be offered to somebody else, unless whoever has it keeps it. */
export interface Unanswered extends RequestToAssign {
  rung: EscalationLevel
  /** The assignee, who has it, was asked to confirm what came since. */
  askedAgain: boolean
  /** Account ids of those whom it was offered to in this round. */
  offered: string[]
  round: number
  /** All supervisors had it and their time is over, too: it begins again. */
  isRoundOver: boolean
  /** The account id of its assignee; null when it is unassigned. */
  from: string | null
}

/** True of an emergency whose offer of this number is still the current one and was not acknowledged. */
export const unansweredSql = (requestId: string, offer: number): SQL => sql`
  request_id = ${requestId} and offer = ${offer}::int and acknowledged_at is null`

/**
 * True of emergencies whose assignee is gone. One that is offered to all supervisors stays there until its round is
 * over, unless somebody had it.
 */
export const ABANDONED = sql`
  assignee_id is null and (rung is distinct from 'supervisors' or acknowledged_at is not null or asked_again)`

/**
 * Locks the open emergencies of which `which` is true, and returns them, oldest first. A report that joined another has
 * no ladder of its own.
 */
export const lockEmergencies = (tx: AssignmentTx, which: SQL) =>
  tx.execute<Unanswered & Record<string, unknown>>(sql`
    select id as "requestId", ${REQUIRED_SKILL} as category, priority, premises ->> 'postcode' as postcode,
      assignee_id as "from", coalesce(to_json(offered), '[]') as offered,
      coalesce(round, 1) as round, coalesce(rung, 'qualified') as rung,
      coalesce(asked_again and assignee_id is not null, false) as "askedAgain", coalesce(rung = 'supervisors' and acknowledged_at is null, false) as "isRoundOver"
    from ${serviceRequests} left join ${emergencies} on request_id = id
    where priority = 'emergency' and joined_to is null and ${OPEN_ROWS} and ${which}
    order by id for update of ${serviceRequests}`)
