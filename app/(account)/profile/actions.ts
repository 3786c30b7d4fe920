"use server"

import { refresh } from "next/cache"
import { redirect } from "next/navigation"
import { staffOperations } from "@/lib/dispatch/staff/operations"
import * as staff from "@/lib/dispatch/staff/set-availability"
import { action } from "@/lib/http/action"
import { renew } from "@/lib/http/current-actor"
import { changePassword as changePasswordVerb } from "@/lib/identity/passwords/change-password"
import { passwordOperations } from "@/lib/identity/passwords/operations"
import { editProfile as editProfileVerb } from "@/lib/identity/profile/edit-profile"
import { profileOperations } from "@/lib/identity/profile/operations"

export const editProfile = action(profileOperations.editProfile, editProfileVerb, () => {
  // The header shows the name, too.
  refresh()
  redirect("/profile?saved=details")
})

export const changePassword = action(passwordOperations.changePassword, changePasswordVerb, async () => {
  await renew()
  redirect("/profile?saved=password")
})

export const setAvailability = action(staffOperations.setAvailability, staff.setAvailability, () =>
  redirect("/profile?saved=availability"),
)
