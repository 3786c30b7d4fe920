"use server"

import { redirect } from "next/navigation"
import { action } from "@/lib/http/action"
import { endSession as endSessionVerb } from "@/lib/identity/sessions/end-session"
import { endSessions as endSessionsVerb } from "@/lib/identity/sessions/end-sessions"
import { sessionOperations } from "@/lib/identity/sessions/operations"

export const endSession = action(sessionOperations.endSession, endSessionVerb, () =>
  redirect("/profile/sessions?ended=one"),
)

export const endSessions = action(sessionOperations.endSessions, endSessionsVerb, (_, form) =>
  redirect(form.get("current") === "true" ? "/sign-in?signed-out=1" : "/profile/sessions?ended=others"),
)
