import { sql } from "drizzle-orm"
import { db } from "@/db/client"
import { prepared } from "@/db/prepared"
import { serviceRequests } from "@/db/schema/requests"
import type { Actor } from "@/lib/model/actor"
import { authorize, may } from "@/lib/model/policy"
import { coalesce } from "@/lib/runtime/coalesce"
import { withDownloads } from "./attachments/downloads"
import { removalOf } from "./attachments/removal-of"
import { canTake } from "./can-take"
import { selectRequests } from "./select-requests"

const byIds = prepared((db) => selectRequests(db, sql`${serviceRequests.id} = any(${sql.placeholder("ids")}::uuid[])`))

/** The request with this id without asking who may see it, if there is one. */
export const findRequest = coalesce(async (ids) => {
  const rows = await byIds.execute({ ids: `{${ids.join()}}` })
  return new Map(rows.map((row) => [row.id, row]))
})

/**
 * One request with its people, attachments and danger, as the actor may see it. Calls made at the same moment share one
 * statement.
 * @throws AppError `not_found` when it does not exist or the actor may not see it.
 */
export async function seeRequest(actor: Actor, { id }: { id: string }) {
  const found = await findRequest(id)
  const request = found && { ...found, openTo: await openTo(actor, found) }
  authorize(actor, "request.read", request)
  return request
}

/**
 * The same for whoever shows it: with whether its attachments can be downloaded and removed, which others need not ask.
 * @throws AppError as `seeRequest` does
 */
export async function getRequest(actor: Actor, which: { id: string }) {
  const request = await seeRequest(actor, which)
  const files = await withDownloads(actor, request, request.attachments)
  if (actor.key) return { ...request, attachments: files }
  return { ...request, attachments: files.map((file) => ({ ...file, removal: removalOf(actor, request, file) })) }
}

/** Asked only of an emergency that is not the actor's anyway. */
async function openTo(actor: Actor, request: NonNullable<Awaited<ReturnType<typeof findRequest>>>): Promise<string[]> {
  const matters = request.unacknowledged && may(actor, "emergency.read") && !may(actor, "request.read", request)
  return matters && (await canTake(db, actor.id, request.id)) ? [actor.id] : []
}

/**
 * The request as it is after a change, without asking who may see it: for verbs that have authorized the actor already.
 */
export async function readRequest(id: string) {
  const request = await findRequest(id)
  if (!request) throw new Error(`Request ${id} no longer exists.`)
  return request
}
