"use server"

import { redirect } from "next/navigation"
import { action } from "@/lib/http/action"
import { renew } from "@/lib/http/current-actor"
import { ownPath } from "@/lib/http/own-path"
import { confirmSession as confirmSessionVerb } from "@/lib/identity/sessions/confirm-session"
import { sessionOperations } from "@/lib/identity/sessions/operations"

export const confirmSession = action(sessionOperations.confirmSession, confirmSessionVerb, async (_, form) => {
  await renew()
  redirect(ownPath(form.get("next")) ?? "/profile")
})
