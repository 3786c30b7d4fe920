import { sql } from "drizzle-orm"
import { one, type Tx } from "@/db/client"
import { requestEvents } from "@/db/schema/requests"
import { checkWritten, moveSql } from "@/lib/dispatch/move-request"
import type { Actor } from "@/lib/model/actor"
import type { Status } from "@/lib/model/status"
import { lockRequest } from "@/lib/requests/lock-request"
import type { LockedRequest } from "./tell-request"

/** Goes on with a request, locked, that was on hold for its customer, who has now written. Reports follow their lead. */
export async function resumeByReply(tx: Tx, actor: Actor, request: LockedRequest): Promise<void> {
  const { id, status, joinedTo } = request
  if (status !== "on_hold" || joinedTo !== null) return
  const { waits } = one(
    await tx.execute<{ waits: boolean }>(sql`
      select coalesce((select data ->> 'waitingFor' from ${requestEvents}
        where request_id = ${id} and kind = 'moved' and data ->> 'to' = 'on_hold'
        order by id desc limit 1), 'customer') = 'customer' as waits`),
  )
  // What they wrote has raised the version.
  const now = waits && (await lockRequest(tx, id))
  if (now) await moveByReply(tx, actor, now, "on_hold")
}

/** Reopens a resolved request, locked, whose customer says that it is not fixed. It is one of its own from then on. */
export const reopenByReply = (tx: Tx, actor: Actor, request: LockedRequest): Promise<void> =>
  moveByReply(tx, actor, request, "resolved")

async function moveByReply(tx: Tx, actor: Actor, { id, version }: LockedRequest, from: Status): Promise<void> {
  const move = { id, version, from, to: "in_progress", because: "reply", isEmergency: false } as const
  checkWritten([await tx.execute(moveSql(actor, move))])
}
