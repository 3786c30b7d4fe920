"use server"

import { RedirectType, redirect } from "next/navigation"
import { action } from "@/lib/http/action"
import * as editing from "@/lib/requests/premises/edit-premises-notes"
import { premisesOperations } from "@/lib/requests/premises/operations"

export const editPremisesNotes = action(premisesOperations.editPremisesNotes, editing.editPremisesNotes, ({ id }) =>
  redirect(`/desk/premises/${id}?saved=1`, RedirectType.replace),
)
