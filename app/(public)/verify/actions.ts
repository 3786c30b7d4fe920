"use server"

import { redirect } from "next/navigation"
import { linkOperations } from "@/lib/accounts/link-operations"
import * as accounts from "@/lib/accounts/verify"
import { action } from "@/lib/http/action"

export const verifyEmail = action(linkOperations.verifyEmail, accounts.verifyEmail, () => redirect("/verify?done=1"))
