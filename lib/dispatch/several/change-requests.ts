import { db } from "@/db/client"
import { assignRequest, findAssignee } from "@/lib/dispatch/assign-request"
import { eachRequest } from "@/lib/dispatch/each-request"
import { moveRequest } from "@/lib/dispatch/move-request"
import { prioritiseRequest } from "@/lib/dispatch/prioritise-request"
import { unassignRequest } from "@/lib/dispatch/unassign-request"
import type { Actor } from "@/lib/model/actor"
import { PRIORITY_NAMES } from "@/lib/model/category"
import { permit } from "@/lib/model/policy"
import { STATUS_NAMES } from "@/lib/model/status"
import { type Changed, changedItem } from "./changed-item"
import type { ChangedRequests, ChangeRequests } from "./contract"

/** Moves share the statements that read and wait for each other only where work ends; others want connections, too. */
const MOVES_AT_ONCE = 4

interface Change {
  change: (request: ChangeRequests["requests"][number]) => Promise<Changed>
  /** What became of it, after its reference. */
  words: (row: Changed) => string
  /** Whatever assigns waits for one lock, where more would only hold connections. */
  atOnce?: number
}

interface Asked {
  /** False where people choose, who cancel each emergency on its own page, where they are asked. */
  everyoneSafe?: false
}

/**
 * Changes the status, the assignee or the priority of several requests, each in a transaction of its own and by the verb for one, so
 * that one that changed meanwhile holds up no other. Returns for each whether it was changed, and a sentence that says so.
 * @throws AppError `forbidden` unless the actor may do this at all, `invalid` when the assignee cannot work.
 */
export async function changeRequests(actor: Actor, asked: ChangeRequests & Asked): Promise<ChangedRequests> {
  const { change, words, atOnce } = await changeOf(actor, asked)
  const outcomes = await eachRequest(asked.requests, change, atOnce)
  return { items: outcomes.map((it) => changedItem(it, words)) }
}

async function changeOf(
  actor: Actor,
  { to, assigneeId, priority, reason, waitingFor, note, everyoneSafe }: ChangeRequests & Asked,
): Promise<Change> {
  if (to !== undefined) {
    permit(actor, "request.move")
    return {
      change: (it) => moveRequest(actor, { ...it, to, waitingFor, note, everyoneSafe }),
      words: ({ status }) => `is now ${STATUS_NAMES[status].toLowerCase()}`,
      atOnce: MOVES_AT_ONCE,
    }
  }
  if (priority !== undefined) {
    permit(actor, "request.prioritise")
    return {
      change: (it) => prioritiseRequest(actor, { ...it, priority, reason }),
      words: () => `now has ${PRIORITY_NAMES[priority].toLowerCase()} priority`,
    }
  }
  permit(actor, "request.assign")
  if (!assigneeId)
    return {
      change: (it) => unassignRequest(actor, it),
      words: ({ assignee }) => (assignee ? `unassigned, then assigned to ${assignee.name}` : "unassigned"),
    }
  const { name } = await findAssignee(db, assigneeId)
  return { change: (it) => assignRequest(actor, { ...it, assigneeId, note }), words: () => `assigned to ${name}` }
}
