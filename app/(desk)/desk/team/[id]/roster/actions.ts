"use server"

import { refresh } from "next/cache"
import { RedirectType, redirect } from "next/navigation"
import { action } from "@/lib/http/action"
import { AbsenceForm } from "@/lib/rosters/absence-form"
import * as absences from "@/lib/rosters/absences"
import { rosterOperations } from "@/lib/rosters/operations"
import * as rosters from "@/lib/rosters/set-shifts"
import { shiftsOf, WeekForm } from "@/lib/rosters/week-form"

const backTo = (form: FormData, saved: string) =>
  redirect(`/desk/team/${encodeURIComponent(String(form.get("id")))}/roster?saved=${saved}`, RedirectType.replace)

export const setShifts = action(
  { ...rosterOperations.setShifts, input: WeekForm },
  (actor, { id, version, ...week }) => rosters.setShifts(actor, { id, version, shifts: shiftsOf(week) }),
  (_, form) => backTo(form, "week"),
)

export const addAbsence = action(
  { ...rosterOperations.addAbsence, input: AbsenceForm },
  absences.addAbsence,
  (_, form) => backTo(form, "absence"),
)

export const deleteAbsence = action(rosterOperations.deleteAbsence, absences.deleteAbsence, () => refresh())
