import { assignRequest } from "@/lib/dispatch/assign-request"
import { moveRequest } from "@/lib/dispatch/move-request"
import { prioritiseRequest } from "@/lib/dispatch/prioritise-request"
import { unassignRequest } from "@/lib/dispatch/unassign-request"
import type { Actor } from "@/lib/model/actor"
import { AppError } from "@/lib/model/errors"
import { authorize } from "@/lib/model/policy"
import { seeRequest } from "@/lib/requests/get-request"
import { findUndos, type WayBack } from "./find-undos"
import { UNDO_SECONDS } from "./undo-seconds"
import { wasUndone } from "./was-undone"

/**
 * Undoes the change of a request that the actor made a moment ago: changes it back, which its timeline tells, and returns
 * it with what was undone. The version is the one that the change made; `among` tells how many were changed together.
 * @throws AppError `not_found` when the actor may not see the request, `forbidden` when they may not move it, `conflict`
 * when somebody has changed it since, when it is too late, or when there is no way back.
 */
export async function undoChange(actor: Actor, { id, version }: { id: string; version: number }, among = 1) {
  const request = await seeRequest(actor, { id })
  authorize(actor, "request.move", request)
  if (request.version === version + 1 && (await wasUndone(actor, id)))
    throw new AppError("conflict", "Already undone: nothing is left to undo.")
  if (request.version !== version)
    throw new AppError("conflict", "Not undone: someone has changed this request since. Check the changes.")
  const way = (await findUndos(actor, [id], among)).get(id)
  if (!way) throw new AppError("conflict", `Not undone: changes can be undone for ${UNDO_SECONDS} seconds.`)
  const change = { id, version, because: "undo" } as const
  return { ...(await changeBack(actor, change, way)), undone: "priority" in way ? "priority" : "state" } as const
}

function changeBack(actor: Actor, change: { id: string; version: number; because: "undo" }, way: WayBack) {
  if ("to" in way) return moveRequest(actor, { ...change, ...way })
  if ("priority" in way) return prioritiseRequest(actor, { ...change, ...way })
  const { assigneeId } = way
  return assigneeId === null ? unassignRequest(actor, change) : assignRequest(actor, { ...change, assigneeId })
}
