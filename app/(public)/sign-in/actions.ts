"use server"

import { entering } from "@/lib/auth/contract"
import { signIn as startSession } from "@/lib/auth/sign-in"
import { action } from "@/lib/http/action"
import { enter } from "@/lib/http/viewer"

export const signIn = action(entering.signIn, startSession, (session, form) => enter(session, form.get("next")))
