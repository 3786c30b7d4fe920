import { sql } from "drizzle-orm"
import { db } from "@/db/client"
import { accounts } from "@/db/schema/accounts"
import { OPEN_ROWS, requestEvents, serviceRequests } from "@/db/schema/requests"
import type { Actor } from "@/lib/model/actor"
import { permit } from "@/lib/model/policy"
import type { ProposalFilter, Proposed } from "./contract"

const MOST = 100

interface Row extends Record<string, unknown> {
  found: Omit<Proposed, "createdAt"> & { createdAt: string }
}

/**
 * Who is proposed for open requests: the last proposal of each, as long as nobody else was given the request since.
 * @throws AppError `forbidden` for those who may not assign
 */
export async function listProposals(actor: Actor, { requestId }: ProposalFilter): Promise<{ items: Proposed[] }> {
  permit(actor, "request.assign")
  const rows = await db.execute<Row>(sql`
    select json_build_object(
      'request', json_build_object('id', r.id, 'reference', r.reference, 'title', r.title, 'version', r.version),
      'colleague', json_build_object('id', p.data ->> 'assigneeId', 'name', p.data ->> 'assigneeName'),
      'proposedBy', case when who.id is not null then json_build_object('id', who.id, 'name', who.name) end,
      'assignee', case when has.id is not null then json_build_object('id', has.id, 'name', has.name) end,
      'reason', p.data ->> 'reason', 'createdAt', p.created_at) as found
    from ${requestEvents} p
    join ${serviceRequests} r on r.id = p.request_id and r.${OPEN_ROWS}
    left join ${accounts} who on who.id = p.actor_id
    left join ${accounts} has on has.id = r.assignee_id
    where p.kind = 'proposed' and coalesce(p.request_id = ${requestId ?? null}::uuid, true)
      and not exists (select from ${requestEvents} later where later.request_id = p.request_id and later.id > p.id
        and later.kind in ('proposed', 'assigned', 'reassigned', 'unassigned', 'escalated'))
    order by p.id limit ${MOST}`)
  return { items: rows.map(({ found }) => ({ ...found, createdAt: new Date(found.createdAt) })) }
}
