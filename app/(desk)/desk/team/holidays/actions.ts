"use server"

import { refresh } from "next/cache"
import { RedirectType, redirect } from "next/navigation"
import * as deleting from "@/lib/dispatch/rosters/delete-holiday"
import { rosterOperations } from "@/lib/dispatch/rosters/operations"
import * as setting from "@/lib/dispatch/rosters/set-holiday"
import { action } from "@/lib/http/action"

export const setHoliday = action(rosterOperations.setHoliday, setting.setHoliday, () =>
  redirect("/desk/team/holidays?saved=1", RedirectType.replace),
)

export const deleteHoliday = action(rosterOperations.deleteHoliday, deleting.deleteHoliday, () => refresh())
