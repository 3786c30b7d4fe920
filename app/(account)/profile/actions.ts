"use server"

import { refresh } from "next/cache"
import { redirect } from "next/navigation"
import { accountOperations } from "@/lib/accounts/operations"
import * as profile from "@/lib/accounts/profile"
import * as staff from "@/lib/accounts/staff"
import { action } from "@/lib/http/action"

export const editProfile = action(accountOperations.editProfile, profile.editProfile, () => {
  // The header shows the name, too.
  refresh()
  redirect("/profile?saved=details")
})

export const changePassword = action(accountOperations.changePassword, profile.changePassword, () =>
  redirect("/profile?saved=password"),
)

export const setAvailability = action(accountOperations.setAvailability, staff.setAvailability, () =>
  redirect("/profile?saved=availability"),
)
