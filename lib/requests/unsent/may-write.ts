import type { Actor } from "@/lib/model/actor"
import type { UnsentKind } from "@/lib/model/message"
import { authorize, may, type Resource } from "@/lib/model/policy"
import { authorizeNote } from "@/lib/requests/conversation/may-leave-note"

/** Whether the actor may send such words about a request, so that they are kept and shown until they do. */
export function mayWrite(actor: Actor, kind: UnsentKind, request: Resource): boolean {
  const ways =
    kind === "note"
      ? (["note.create", "customer.leave-note"] as const)
      : (["request.add-details", "request.answer"] as const)
  return ways.some((it) => may(actor, it, request))
}

/** @throws AppError `not_found` or `forbidden` by policy */
export function authorizeWords<R extends Resource>(
  actor: Actor,
  kind: UnsentKind,
  request: R | undefined,
): asserts request is R {
  if (kind === "note") return authorizeNote(actor, request)
  const isOwn = request && may(actor, "request.add-details", request)
  authorize(actor, isOwn ? "request.add-details" : "request.answer", request)
}
