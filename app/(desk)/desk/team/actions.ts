"use server"

import { refresh } from "next/cache"
import { handOutRequests } from "@/lib/dispatch/team/hand-out"
import { HandOutForm, requestsIn } from "@/lib/dispatch/team/hand-out-form"
import { teamOperations } from "@/lib/dispatch/team/operations"
import { action } from "@/lib/http/action"

export const handOut = action(
  { ...teamOperations.handOutRequests, input: HandOutForm },
  (actor, { chosen, ...to }) => handOutRequests(actor, { requests: requestsIn(chosen), ...to }),
  () => refresh(),
  ({ items }) =>
    Object.fromEntries(items.map(({ id, given, sentence }) => [`${given ? "given" : "kept"}.${id}`, sentence])),
)
