import { type SQL, sql } from "drizzle-orm"
import { assignmentDecisions } from "@/db/schema/dispatch"
import { OPEN_ROWS, requestEvents, serviceRequests } from "@/db/schema/requests"
import type { EventData } from "@/lib/model/event"
import { decisionToKeep } from "@/lib/model/kept-decision"
import type { NewAssignment } from "./candidates"

/** The data of the `assigned` event. */
export const assignedData = ({ candidate, decision }: NewAssignment): EventData["assigned"] => ({
  assigneeId: candidate.id,
  assigneeName: candidate.name,
  strategy: decision.strategy,
})

/** One more part of the `with` of a statement, which keeps why the request goes to whom. */
export const keepDecisionSql = ({ requestId, decision }: NewAssignment): SQL => sql`, decided as (
      insert into ${assignmentDecisions} (request_id, decision)
      values (${requestId}, ${JSON.stringify(decisionToKeep(decision))}::json)
    )`

/** Assigns unassigned requests to their candidates, with events and decisions: one statement for all of them. */
export function assignSql(assignments: readonly NewAssignment[]): SQL {
  const rows = assignments.map((it) => ({
    id: it.requestId,
    assignee: it.candidate.id,
    data: assignedData(it),
    decision: decisionToKeep(it.decision),
  }))
  return sql`
    with given as (
      select * from json_to_recordset(${JSON.stringify(rows)}::json)
        as given(id uuid, assignee uuid, data jsonb, decision json)
    ), assigned as (
      update ${serviceRequests} set assignee_id = given.assignee, version = version + 1, updated_at = now()
      from given where ${serviceRequests.id} = given.id and ${serviceRequests.assigneeId} is null and ${OPEN_ROWS}
      returning ${serviceRequests.id}, given.data, given.decision
    ), decided as (
      insert into ${assignmentDecisions} (request_id, decision) select id, decision from assigned
    )
    insert into ${requestEvents} (request_id, kind, data, visible_to_customer)
    select id, 'assigned', data, true from assigned`
}
