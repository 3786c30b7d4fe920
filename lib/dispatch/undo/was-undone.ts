import { sql } from "drizzle-orm"
import { db } from "@/db/client"
import { requestEvents } from "@/db/schema/requests"
import { type Actor, authorOf } from "@/lib/model/actor"
import { CHANGES } from "@/lib/requests/is-reached"

/** Whether the last change of a request was that the actor undid the one before. */
export async function wasUndone(actor: Actor, id: string): Promise<boolean> {
  const { actorId } = authorOf(actor)
  const [last] = await db.execute<{ undid: boolean }>(sql`
    select coalesce(data ->> 'because', '') = 'undo' and actor_id = ${actorId} as undid from ${requestEvents}
    where request_id = ${id} and kind in ${CHANGES} order by id desc limit 1`)
  return last?.undid ?? false
}
