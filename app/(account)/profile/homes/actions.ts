"use server"

import { redirect } from "next/navigation"
import { action } from "@/lib/http/action"
import * as adding from "@/lib/identity/homes/add-home"
import * as editing from "@/lib/identity/homes/edit-home"
import * as leaving from "@/lib/identity/homes/leave-home"
import { homeOperations } from "@/lib/identity/homes/operations"

export const addHome = action(homeOperations.addHome, adding.addHome, () => redirect("/profile/homes?saved=added"))
export const editHome = action(homeOperations.editHome, editing.editHome, () =>
  redirect("/profile/homes?saved=changed"),
)
export const leaveHome = action(homeOperations.leaveHome, leaving.leaveHome, () =>
  redirect("/profile/homes?saved=left"),
)
