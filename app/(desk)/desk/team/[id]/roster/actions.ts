"use server"

import { refresh } from "next/cache"
import { RedirectType, redirect } from "next/navigation"
import { MOST_NAMED } from "@/components/rosters/absence-outcome"
import { AbsenceEndFields, AbsenceFields } from "@/lib/dispatch/rosters/absence-fields"
import * as adding from "@/lib/dispatch/rosters/add-absence"
import type { AddedAbsence } from "@/lib/dispatch/rosters/contract"
import * as deleting from "@/lib/dispatch/rosters/delete-absence"
import { rosterOperations } from "@/lib/dispatch/rosters/operations"
import * as ending from "@/lib/dispatch/rosters/set-absence-end"
import * as rosters from "@/lib/dispatch/rosters/set-shifts"
import { shiftsOf, WeekFields } from "@/lib/dispatch/rosters/week-fields"
import { action } from "@/lib/http/action"

const backTo = (form: FormData, saved: string, field = "id") =>
  redirect(`/desk/team/${encodeURIComponent(String(form.get(field)))}/roster?saved=${saved}`, RedirectType.replace)

/** What became of somebody's requests, for the address, where a reload keeps it: the names are looked up again. */
const outcomeOf = ({ reassigned, unassigned }: Pick<AddedAbsence, "reassigned" | "unassigned">) =>
  new URLSearchParams({
    moved: String(reassigned.reduce((sum, { requests }) => sum + requests, 0)),
    people: String(reassigned.length),
    to: reassigned
      .slice(0, MOST_NAMED)
      .map(({ id }) => id)
      .join(),
    left: String(unassigned),
  })

export const setShifts = action(
  { ...rosterOperations.setShifts, input: WeekFields },
  (actor, { id, version, ...week }) => rosters.setShifts(actor, { id, version, shifts: shiftsOf(week) }),
  (_, form) => backTo(form, "week"),
)

export const addAbsence = action(
  { ...rosterOperations.addAbsence, input: AbsenceFields },
  adding.addAbsence,
  (added, form) => backTo(form, `absence&${outcomeOf(added)}`),
)

export const setAbsenceEnd = action(
  { ...rosterOperations.setAbsenceEnd, input: AbsenceEndFields },
  ending.setAbsenceEnd,
  (_, form) => backTo(form, "end", "person"),
)

export const deleteAbsence = action(rosterOperations.deleteAbsence, deleting.deleteAbsence, () => refresh())
