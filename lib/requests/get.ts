import { sql } from "drizzle-orm"
import { one, prepared } from "@/db/client"
import type { Actor } from "@/lib/auth/actor"
import { authorize } from "@/lib/policy"
import { selectRequest } from "./view"

const byId = prepared((db) => selectRequest(db, sql.placeholder("id")).prepare("request_by_id"))

/** A request as it is now, for whoever has just been allowed to change it. */
export const readRequest = async (id: string) => one(await byId.execute({ id }))

export async function getRequest(actor: Actor, { id }: { id: string }) {
  const [request] = await byId.execute({ id })
  authorize(actor, "request.read", request)
  return request
}
