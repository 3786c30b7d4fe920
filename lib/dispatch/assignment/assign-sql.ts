import { type SQL, sql } from "drizzle-orm"
import { assignmentDecisions } from "@/db/schema/dispatch"
import { OPEN_ROWS, requestEvents, serviceRequests } from "@/db/schema/requests"
import type { EventData } from "@/lib/model/event"
import { decisionToKeep } from "@/lib/model/kept-decision"
import type { NewAssignment } from "./candidates"

/** What the timeline keeps of an assignment. */
export const assignedData = ({ person, decision }: NewAssignment): EventData["assigned"] => ({
  assigneeId: person.id,
  assigneeName: person.name,
  strategy: decision.strategy,
})

/** For a statement that files a request: one more part of its `with`, which keeps why it goes to whom. */
export const keepDecisionSql = ({ requestId, decision }: NewAssignment): SQL => sql`, decided as (
      insert into ${assignmentDecisions} (request_id, decision) values (${requestId}, ${JSON.stringify(decisionToKeep(decision))}::json)
    )`

/** Gives requests that nobody has to those who were chosen, with their events and decisions: one statement for all. */
export function assignSql(given: readonly NewAssignment[]): SQL {
  const rows = given.map((it) => ({
    id: it.requestId,
    assignee: it.person.id,
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
