"use server"

import { refresh } from "next/cache"
import { action } from "@/lib/http/action"
import { handOutRequests } from "@/lib/team/hand-out"
import { HandOutForm, requestsIn } from "@/lib/team/hand-out-form"
import { teamOperations } from "@/lib/team/operations"

export const handOut = action(
  { ...teamOperations.handOutRequests, input: HandOutForm },
  (actor, { chosen, ...to }) => handOutRequests(actor, { requests: requestsIn(chosen), ...to }),
  () => refresh(),
  ({ items }) =>
    Object.fromEntries(items.map(({ id, given, sentence }) => [`${given ? "given" : "kept"}.${id}`, sentence])),
)
