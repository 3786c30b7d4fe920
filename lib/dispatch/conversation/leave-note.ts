import { one } from "@/db/client"
import type { Actor } from "@/lib/model/actor"
import { checkKept } from "@/lib/requests/check-kept"
import type { NoteToLeave, WrittenWords } from "@/lib/requests/conversation/contract"
import { authorizeNote } from "@/lib/requests/conversation/may-leave-note"
import { keepMentions } from "@/lib/requests/conversation/mentionable"
import { findRequest } from "@/lib/requests/get-request"
import { lockRequest } from "@/lib/requests/lock-request"
import { record } from "@/lib/requests/record-event"
import type { UnsentSeen } from "@/lib/requests/unsent/contract"
import { settleUnsent } from "@/lib/requests/unsent/settle-unsent"
import { moveAlong } from "./move-along"
import { written } from "./written"

/** What it says, and what of it was kept before it was saved. */
type Note = NoteToLeave & { unsent?: UnsentSeen | undefined }

/**
 * Leaves a note for staff on a request, and tells whom it mentions. Whoever works on the request may move it with it.
 * @throws AppError `not_found` or `forbidden` by policy, as `moveRequest` does, and `conflict` once the words of the request are erased
 */
export async function leaveNote(actor: Actor, note: Note): Promise<WrittenWords> {
  const { id, text } = note
  const request = await findRequest(id)
  authorizeNote(actor, request)
  return moveAlong(
    actor,
    note,
    async (tx) => {
      // Nothing is written to what its customer has deleted meanwhile.
      const locked = await lockRequest(tx, id)
      authorizeNote(actor, locked && request)
      checkKept(locked)
      const event = one(await record(tx, actor, id, "noted_internally", { note: text }).returning())
      return { event, told: await keepMentions(tx, actor, request, { eventId: event.id, text }) }
    },
    async (tx, { event, told }) => {
      await settleUnsent(tx, actor, "note", note)
      return written(tx, actor, event, told)
    },
  )
}
