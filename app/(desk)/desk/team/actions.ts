"use server"

import { refresh } from "next/cache"
import { AssignRequestsForm } from "@/lib/dispatch/team/assign-form"
import { assignRequests } from "@/lib/dispatch/team/assign-requests"
import { teamOperations } from "@/lib/dispatch/team/operations"
import { requestsIn } from "@/lib/dispatch/team/read-chosen"
import { action } from "@/lib/http/action"

export const assignChosen = action(
  { ...teamOperations.assignRequests, input: AssignRequestsForm },
  (actor, { chosen, ...to }) => assignRequests(actor, { requests: requestsIn(chosen), ...to }),
  () => refresh(),
  ({ items }) =>
    Object.fromEntries(items.map(({ id, given, sentence }) => [`${given ? "given" : "kept"}.${id}`, sentence])),
)
