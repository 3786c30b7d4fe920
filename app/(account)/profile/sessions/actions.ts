"use server"

import { redirect } from "next/navigation"
import { action } from "@/lib/http/action"
import { forget } from "@/lib/http/current-actor"
import { endSession as endSessionVerb } from "@/lib/identity/sessions/end-session"
import { endSessions as endSessionsVerb } from "@/lib/identity/sessions/end-sessions"
import { sessionOperations } from "@/lib/identity/sessions/operations"

export const endSession = action(sessionOperations.endSession, endSessionVerb, () =>
  redirect("/profile/sessions?ended=one"),
)

export const endSessions = action(sessionOperations.endSessions, endSessionsVerb, (_, form) =>
  form.get("current") === "true" ? forget("/sign-in?signed-out=1") : redirect("/profile/sessions?ended=others"),
)
