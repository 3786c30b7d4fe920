import { sql } from "drizzle-orm"
import { prepared } from "@/db/client"
import { serviceRequests } from "@/db/schema/requests"
import type { Actor } from "@/lib/model/actor"
import { authorize } from "@/lib/model/policy"
import { together } from "@/lib/runtime/together"
import { selectRequests } from "./view"

const byIds = prepared((db) => selectRequests(db, sql`${serviceRequests.id} = any(${sql.placeholder("ids")}::uuid[])`))

const find = together(async (ids) => {
  const rows = await byIds.execute({ ids: `{${ids.join()}}` })
  return new Map(rows.map((row) => [row.id, row]))
})

export async function getRequest(actor: Actor, { id }: { id: string }) {
  const request = await find(id)
  authorize(actor, "request.read", request)
  return request
}

/** A request as it is now, for whoever has just changed it. */
export async function readRequest(id: string) {
  const request = await find(id)
  if (!request) throw new Error(`Request ${id} no longer exists.`)
  return request
}
