"use server"

import { refresh } from "next/cache"
import { RedirectType, redirect } from "next/navigation"
import { AbsenceEndFields, AbsenceFields } from "@/lib/dispatch/rosters/absence-fields"
import * as adding from "@/lib/dispatch/rosters/add-absence"
import * as deleting from "@/lib/dispatch/rosters/delete-absence"
import { rosterOperations } from "@/lib/dispatch/rosters/operations"
import * as ending from "@/lib/dispatch/rosters/set-absence-end"
import * as rosters from "@/lib/dispatch/rosters/set-shifts"
import { shiftsOf, WeekFields } from "@/lib/dispatch/rosters/week-fields"
import { action } from "@/lib/http/action"

const backTo = (form: FormData, saved: string, field = "id") =>
  redirect(`/desk/team/${encodeURIComponent(String(form.get(field)))}/roster?saved=${saved}`, RedirectType.replace)

export const setShifts = action(
  { ...rosterOperations.setShifts, input: WeekFields },
  (actor, { id, version, ...week }) => rosters.setShifts(actor, { id, version, shifts: shiftsOf(week) }),
  (_, form) => backTo(form, "week"),
)

export const addAbsence = action(
  { ...rosterOperations.addAbsence, input: AbsenceFields },
  adding.addAbsence,
  (_, form) => backTo(form, "absence"),
)

export const setAbsenceEnd = action(
  { ...rosterOperations.setAbsenceEnd, input: AbsenceEndFields },
  ending.setAbsenceEnd,
  (_, form) => backTo(form, "end", "person"),
)

export const deleteAbsence = action(rosterOperations.deleteAbsence, deleting.deleteAbsence, () => refresh())
