"use server"

import { refresh } from "next/cache"
import { RedirectType, redirect } from "next/navigation"
import * as holidays from "@/lib/dispatch/rosters/holidays"
import { rosterOperations } from "@/lib/dispatch/rosters/operations"
import { action } from "@/lib/http/action"

export const setHoliday = action(rosterOperations.setHoliday, holidays.setHoliday, () =>
  redirect("/desk/team/holidays?saved=1", RedirectType.replace),
)

export const deleteHoliday = action(rosterOperations.deleteHoliday, holidays.deleteHoliday, () => refresh())
