import type { Actor } from "@/lib/model/actor"
import { may } from "@/lib/model/policy"

/** Whether a view can be changed by the actor: it is theirs, or they look after those that are shared. */
export const mayEdit = (actor: Actor, { ownerId, shared }: { ownerId: string; shared: boolean }): boolean =>
  ownerId === actor.id || (shared && may(actor, "view.share"))
