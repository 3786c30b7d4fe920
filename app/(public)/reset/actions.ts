"use server"

import { redirect } from "next/navigation"
import * as joining from "@/lib/dispatch/joining"
import { action } from "@/lib/http/action"
import { passwordOperations } from "@/lib/identity/passwords/operations"

export const resetPassword = action(passwordOperations.resetPassword, joining.resetPassword, () =>
  redirect("/sign-in?reset=1"),
)
