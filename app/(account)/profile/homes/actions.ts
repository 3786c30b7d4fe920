"use server"

import { redirect } from "next/navigation"
import { action } from "@/lib/http/action"
import * as adding from "@/lib/identity/homes/add-home"
import * as editing from "@/lib/identity/homes/edit-home"
import * as leaving from "@/lib/identity/homes/leave-home"
import * as choosing from "@/lib/identity/homes/make-home-main"
import { homeOperations } from "@/lib/identity/homes/operations"

export const addHome = action(homeOperations.addHome, adding.addHome, () => redirect("/profile/homes?saved=added"))
export const editHome = action(homeOperations.editHome, editing.editHome, () =>
  redirect("/profile/homes?saved=changed"),
)
export const makeHomeMain = action(homeOperations.makeHomeMain, choosing.makeHomeMain, () =>
  redirect("/profile/homes?saved=main"),
)
export const leaveHome = action(homeOperations.leaveHome, leaving.leaveHome, () =>
  redirect("/profile/homes?saved=left"),
)
