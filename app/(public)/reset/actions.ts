"use server"

import { redirect } from "next/navigation"
import { linkOperations } from "@/lib/accounts/link-operations"
import * as accounts from "@/lib/accounts/reset-password"
import { action } from "@/lib/http/action"

export const resetPassword = action(linkOperations.resetPassword, accounts.resetPassword, () =>
  redirect("/sign-in?reset=1"),
)
