"use server"

import { redirect } from "next/navigation"
import { NEW_CALL } from "@/components/desk/calls-address"
import { nameCaller } from "@/lib/dispatch/calls/name-caller"
import { calls } from "@/lib/dispatch/calls/operations"
import { takeCall } from "@/lib/dispatch/calls/take-call"
import { action } from "@/lib/http/action"
import { formOnce } from "@/lib/http/form-once"

export const take = action(
  calls.take,
  (actor, { form, ...call }) => formOnce(form, call, () => takeCall(actor, call)),
  ({ id }) => redirect(`${NEW_CALL}?sent=${id}`),
)

export const name = action(calls.nameCaller, nameCaller, ({ id }) => redirect(`${NEW_CALL}?sent=${id}`))
