import type { Actor } from "@/lib/model/actor"
import { may } from "@/lib/model/policy"
import type { WrittenFiles } from "./files-since-sql"
import type { WrittenPresence } from "./presences-since-sql"
import type { WrittenChange } from "./read-changes"

type Audience = Pick<WrittenChange, "customerId" | "assigneeId" | "leftId" | "openTo" | "visibleToCustomer">

/**
 * Whether somebody may be told of a change: those who may see the request now, or had it until then; and of what is for
 * staff only, those who may read notes.
 */
export function mayHear(actor: Actor, change: Audience): boolean {
  const sees = (assigneeId: string | null) => {
    const request = { ...change, assigneeId }
    return may(actor, "request.read", request) && (change.visibleToCustomer || may(actor, "note.read", request))
  }
  return sees(change.assigneeId) || sees(change.leftId)
}

/**
 * Whether somebody is told, and no more than that, that what has to be answered may have changed. Who may take an emergency
 * or answer a check for danger is asked when they look.
 */
export const mayBeAlerted = (actor: Actor): boolean => may(actor, "emergency.read") || may(actor, "danger-check.read")

/** Whether somebody may be told who else is at a request, and it is news to them. */
export const mayHearOfPresence = (actor: Actor, presence: WrittenPresence): boolean =>
  may(actor, "presence.read", presence) && presence.changed.some((id) => id !== actor.id)

/** Whether somebody may be told that a file looks different now: those who see its request, and who writes its draft. */
export function mayHearOfFiles(actor: Actor, { customerId, ...place }: WrittenFiles): boolean {
  if (customerId === null) return false
  const resource = { ...place, customerId }
  return place.draftId ? !actor.key && may(actor, "request.file", resource) : may(actor, "request.read", resource)
}
