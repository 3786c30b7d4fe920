"use server"

import { redirect } from "next/navigation"
import * as joining from "@/lib/dispatch/joining"
import { action } from "@/lib/http/action"
import { linkOperations } from "@/lib/identity/verification/operations"

export const resetPassword = action(linkOperations.resetPassword, joining.resetPassword, () =>
  redirect("/sign-in?reset=1"),
)
