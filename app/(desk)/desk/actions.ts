"use server"

import { refresh } from "next/cache"
import { RedirectType, redirect } from "next/navigation"
import { accountOperations } from "@/lib/accounts/operations"
import * as staff from "@/lib/accounts/staff"
import { emergencyOperations } from "@/lib/emergencies/contract"
import { action } from "@/lib/http/action"
import * as acknowledging from "@/lib/requests/acknowledge"
import * as assigning from "@/lib/requests/assign"
import * as moving from "@/lib/requests/move"
import { requestOperations } from "@/lib/requests/operations"

interface Changed {
  id: string
  version: number
}

/** To the request as it is now. What stands above every page of the desk may say something else now, too. */
function backTo({ id, version }: Changed) {
  refresh()
  redirect(`/desk/requests/${id}?changed=${version}`, RedirectType.replace)
}

export const setAvailability = action(accountOperations.setAvailability, staff.setAvailability, () => refresh())
export const moveRequest = action(requestOperations.moveRequest, moving.moveRequest, backTo)
export const acknowledgeRequest = action(
  emergencyOperations.acknowledgeRequest,
  acknowledging.acknowledgeRequest,
  backTo,
)
export const assignRequest = action(requestOperations.assignRequest, assigning.assignRequest, backTo)
