"use server"

import { refresh } from "next/cache"
import { RedirectType, redirect } from "next/navigation"
import * as acknowledging from "@/lib/dispatch/acknowledge-request"
import * as assigning from "@/lib/dispatch/assign-request"
import { PressedAnswer } from "@/lib/dispatch/danger-checks/answer-form"
import { answerIn } from "@/lib/dispatch/danger-checks/answer-value"
import * as checking from "@/lib/dispatch/danger-checks/decide-danger-check"
import { dangerCheckOperations } from "@/lib/dispatch/danger-checks/operations"
import { emergencyOperations } from "@/lib/dispatch/escalation/operations"
import * as moving from "@/lib/dispatch/move-request"
import * as together from "@/lib/dispatch/reports/acknowledge-together"
import { reportOperations } from "@/lib/dispatch/reports/operations"
import * as separating from "@/lib/dispatch/reports/separate-report"
import { TogetherForm } from "@/lib/dispatch/reports/together-form"
import { staffOperations } from "@/lib/dispatch/staff/operations"
import * as staff from "@/lib/dispatch/staff/set-availability"
import { action } from "@/lib/http/action"
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

export const setAvailability = action(staffOperations.setAvailability, staff.setAvailability, () => refresh())
export const moveRequest = action(requestOperations.moveRequest, moving.moveRequest, backTo)
export const acknowledgeRequest = action(
  emergencyOperations.acknowledgeRequest,
  acknowledging.acknowledgeRequest,
  backTo,
)
export const assignRequest = action(requestOperations.assignRequest, assigning.assignRequest, backTo)
export const decideDangerCheck = action(
  { ...dangerCheckOperations.decideDangerCheck, input: PressedAnswer },
  (actor, { answer }) => checking.decideDangerCheck(actor, answerIn(answer)),
  () => refresh(),
  ({ reference, priority }) => ({ reference, priority }),
)
export const separateReport = action(reportOperations.separateReport, separating.separateReport, backTo)

const emergencies = (count: number) => (count === 1 ? "1 emergency" : `${count} emergencies`)

export const acknowledgeTogether = action(
  { ...reportOperations.acknowledgeTogether, input: TogetherForm },
  together.acknowledgeTogether,
  () => refresh(),
  ({ taken, left }) => ({
    taken: taken.length > 0 ? `${emergencies(taken.length)} assigned to you` : "",
    left: left.map(({ reason }) => reason).join(" "),
  }),
)
