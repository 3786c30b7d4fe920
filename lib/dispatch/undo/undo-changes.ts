import { eachRequest } from "@/lib/dispatch/each-request"
import { changedItem } from "@/lib/dispatch/several/changed-item"
import type { ChangedRequests } from "@/lib/dispatch/several/contract"
import type { Actor } from "@/lib/model/actor"
import { PRIORITY_NAMES } from "@/lib/model/category"
import { permit } from "@/lib/model/policy"
import { stateInWords } from "@/lib/requests/state-in-words"
import type { Undo } from "./contract"
import { undoChange } from "./undo-change"

/**
 * Undoes what the actor did with several requests a moment ago, each on its own as `undoChange` does. Returns for each
 * whether it is as before, and a sentence that says so.
 * @throws AppError `forbidden` unless the actor may move requests.
 */
export async function undoChanges(actor: Actor, { requests }: Undo): Promise<ChangedRequests> {
  permit(actor, "request.move")
  const outcomes = await eachRequest(requests, (it) => undoChange(actor, it, requests.length))
  return { items: outcomes.map((it) => changedItem(it, undoneInWords)) }
}

type Undone = Awaited<ReturnType<typeof undoChange>>

const undoneInWords = (row: Undone) =>
  row.undone === "priority"
    ? `has ${PRIORITY_NAMES[row.priority].toLowerCase()} priority again.`
    : `is again: ${stateInWords(row)}`
