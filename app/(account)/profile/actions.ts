"use server"

import { refresh } from "next/cache"
import { redirect } from "next/navigation"
import { staffOperations } from "@/lib/dispatch/staff/operations"
import * as staff from "@/lib/dispatch/staff/set-availability"
import { action } from "@/lib/http/action"
import { accountOperations } from "@/lib/identity/accounts/operations"
import * as profile from "@/lib/identity/accounts/profile"

export const editProfile = action(accountOperations.editProfile, profile.editProfile, () => {
  // The header shows the name, too.
  refresh()
  redirect("/profile?saved=details")
})

export const changePassword = action(accountOperations.changePassword, profile.changePassword, () =>
  redirect("/profile?saved=password"),
)

export const setAvailability = action(staffOperations.setAvailability, staff.setAvailability, () =>
  redirect("/profile?saved=availability"),
)
