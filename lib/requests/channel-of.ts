import type { Actor } from "@/lib/model/actor"
import type { Channel } from "@/lib/model/channel"

/** How a request of this actor for a customer comes: what staff send for a customer, the customer has told them by phone. */
export const channelOf = (actor: Actor, customerId: string): Channel =>
  actor.key ? "api" : actor.id === customerId ? "portal" : "phone"
