"use server"

import { redirect } from "next/navigation"
import { action } from "@/lib/http/action"
import { linkOperations } from "@/lib/identity/accounts/link-operations"
import * as accounts from "@/lib/identity/accounts/verify"

export const verifyEmail = action(linkOperations.verifyEmail, accounts.verifyEmail, () => redirect("/verify?done=1"))
