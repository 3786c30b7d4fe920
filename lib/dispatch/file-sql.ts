import { type SQL, sql } from "drizzle-orm"
import { requestEvents } from "@/db/schema/requests"
import { assignedData, keepDecisionSql } from "@/lib/dispatch/assignment/assign-sql"
import { requiredSkill } from "@/lib/dispatch/assignment/required-skill"
import type { Snapshot } from "@/lib/dispatch/assignment/snapshot"
import { openDangerCheckSql } from "@/lib/dispatch/danger-checks/open-danger-check-sql"
import { escalatedData, nextOffer } from "@/lib/dispatch/escalation/next-offer"
import { offerSql } from "@/lib/dispatch/escalation/offer-sql"
import { authorIn, filerOf } from "@/lib/dispatch/reports/filer"
import { type Join, joinOf, type OpenEmergency } from "@/lib/dispatch/reports/join-of"
import { joinSql } from "@/lib/dispatch/reports/join-sql"
import { tellsOf } from "@/lib/dispatch/reports/tells-of"
import { tellSql } from "@/lib/dispatch/reports/tells-sql"
import type { Actor } from "@/lib/model/actor"
import type { Channel } from "@/lib/model/channel"
import type { EventData, EventKind } from "@/lib/model/event"
import type { RequestToFile } from "@/lib/requests/contract"
import { externalSourceOf } from "@/lib/requests/external-source"
import { insertRequestSql } from "@/lib/requests/insert-request-sql"
import { AUTHOR, authorSql } from "@/lib/requests/record-event"
import { tellsOfHarm } from "@/lib/requests/safety/speaks-of-people"
import { mustBeChecked, type urgencyOf } from "@/lib/requests/urgency"
import { forRequest } from "@/lib/runtime/request-id"

/** Something that a request is filed from, and that is used up in the transaction that files it. */
export interface Source {
  /** Run first. It returns a row if the source is still there, and none if it runs again in the same transaction. */
  claim: SQL
  /** Statements that need the request with this id to exist. */
  finish: (requestId: string) => SQL[]
}

/** A request on its way to being filed. */
export interface NewRequest {
  actor: Actor
  id: string
  reference: string
  input: RequestToFile
  externalReference: string | undefined
  followUpOf: string | undefined
  urgency: ReturnType<typeof urgencyOf>
  customerId: string
  channel: Channel
  /** The id of the HTTP request it came by, since requests of several are filed together. */
  cameBy: string | undefined
  source: Source | undefined
}

/**
 * The statements that write a pending request with its first events. It is assigned to the best candidate at once,
 * unless it has to wait for its customer or in the unassigned queue. The snapshot is one that holds: read under the
 * assignment lock.
 */
export function fileSql(
  {
    actor,
    id,
    reference,
    input,
    externalReference,
    followUpOf,
    urgency,
    customerId,
    channel,
    cameBy,
    source,
  }: NewRequest,
  { candidates, verified, hasQueue, reports }: Snapshot,
): SQL[] {
  const { category, premises } = input
  const { priority } = urgency
  const skill = requiredSkill(category, urgency)
  const request = { requestId: id, category: skill, priority, postcode: premises.postcode }
  const isEmergency = priority === "emergency"
  const tells = isEmergency ? tellsOf({ ...input, hazard: urgency.hazard }) : []
  const isOfHarm = isEmergency && tellsOfHarm(`${input.title}\n${input.description}`)
  const report = { id, ...filerOf(authorIn(actor, customerId)), premises, at: candidates.at, tells, isOfHarm }
  const join = isEmergency ? joinOrLead(reports, report) : undefined
  const offer = isEmergency && !join ? nextOffer(candidates, request, []) : undefined
  const isConfirmed = channel !== "portal" || verified.has(customerId)
  const mayAssign = !offer && !join && isConfirmed && !hasQueue
  const assignment = offer ? offer.assignment : mayAssign ? candidates.assign(request) : undefined
  const assignee = offer ? offer.candidate : assignment?.candidate
  const { title, description, contactPreference } = input
  const { safetyCheck = null, contactPhone = null, everyoneOutside = null, anyoneUnwell = null } = input
  const told = { category, priority, title, description, premises, contactPreference }
  const reported = { safetyCheck, contactPhone, everyoneOutside, anyoneUnwell }
  const row = {
    id,
    reference,
    customerId,
    assigneeId: assignee?.id ?? null,
    ...told,
    ...reported,
    channel,
    takenBy: channel === "phone" ? actor.id : null,
    joinedTo: join?.to ?? null,
    followUpOf: followUpOf ?? null,
    externalReference: externalReference ?? null,
    externalSource: externalReference === undefined ? null : externalSourceOf(actor),
  }
  const filed: EventData["filed"] = { category, ...urgency, ...(channel !== "portal" && { channel }) }
  const insert = sql`
    with filed as (${insertRequestSql(row)})${assignment ? keepDecisionSql(assignment) : sql``}
    insert into ${requestEvents} (request_id, kind, ${AUTHOR}, data, visible_to_customer)
    values (${id}, 'filed', ${authorSql(actor)}, ${JSON.stringify(filed)}::jsonb, true)`
  if (assignment) insert.append(eventSql(id, "assigned", assignedData(assignment), true))
  else if (offer) insert.append(eventSql(id, "escalated", escalatedData(offer), false))
  else if (join) insert.append(eventSql(id, "joined", join, true))
  const follow = forRequest(cameBy, () => {
    if (mustBeChecked(urgency)) return [openDangerCheckSql(id)]
    return offer ? [offerSql(offer), tellSql(id, tells)] : join ? joinSql(report, join) : []
  })
  return [insert, ...follow, ...(source?.finish(id) ?? [])]
}

/** Which emergency this one joins. One that joins none is there for the next of its batch to join. */
function joinOrLead(reports: OpenEmergency[], report: OpenEmergency): Join | undefined {
  const join = joinOf(reports, report)
  if (!join) reports.push(report)
  return join
}

/** One more row of events, without an author since the rules did it. */
const eventSql = <K extends EventKind>(id: string, kind: K, data: EventData[K], visible: boolean) =>
  sql`, (${id}, ${kind}, null, null, null, ${JSON.stringify(data)}::jsonb, ${visible})`
