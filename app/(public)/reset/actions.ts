"use server"

import { redirect } from "next/navigation"
import { action } from "@/lib/http/action"
import { linkOperations } from "@/lib/identity/accounts/link-operations"
import * as accounts from "@/lib/identity/accounts/reset-password"

export const resetPassword = action(linkOperations.resetPassword, accounts.resetPassword, () =>
  redirect("/sign-in?reset=1"),
)
