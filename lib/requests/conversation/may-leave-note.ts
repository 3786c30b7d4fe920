import type { Actor } from "@/lib/model/actor"
import { authorize, may, type Resource } from "@/lib/model/policy"

/**
 * Checks that the actor may leave a note on a request: on one that they work on, and as somebody whom its customer has
 * called on any other.
 * @throws AppError `not_found` or `forbidden` by policy
 */
export function authorizeNote<R extends Resource>(actor: Actor, request: R | undefined): asserts request is R {
  const works = actor.key || (request && may(actor, "note.create", request))
  authorize(actor, works ? "note.create" : "customer.leave-note", request)
}
