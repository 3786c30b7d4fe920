import type { Actor } from "@/lib/model/actor"
import type { Removal, Scan } from "@/lib/model/attachment"
import type { Priority } from "@/lib/model/category"
import { may, type Resource } from "@/lib/model/policy"
import { isOpen, type Status } from "@/lib/model/status"
import { canTakeBack } from "./can-take-back"

interface Asked extends Resource {
  status: Status
  priority: Priority
  deletable: boolean
}

interface Sent {
  uploadedBy: string | null
  scan: Scan
  createdAt: Date
}

/** Whether and how somebody with an account can remove a file of a request at this moment. */
export function removalOf(actor: Actor, request: Asked, file: Sent): Removal {
  if (file.scan === "found") return "none"
  const isOwn = file.uploadedBy === actor.id
  if (may(actor, "request.detach-any", request)) return isOwn ? "free" : "with_reason"
  return isOwn && may(actor, "request.detach", request) && isInTime(actor, request, file) ? "free" : "none"
}

/** Whether it is not too late for whoever sent a file to remove it. */
export const isInTime = (actor: Actor, request: Asked, file: Pick<Sent, "createdAt">): boolean =>
  actor.key || actor.id === request.customerId ? canTakeBack(request, file) : isOpen(request.status)
