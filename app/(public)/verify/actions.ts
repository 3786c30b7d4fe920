"use server"

import { redirect } from "next/navigation"
import * as joining from "@/lib/dispatch/joining"
import { action } from "@/lib/http/action"
import { verificationOperations } from "@/lib/identity/verification/operations"

export const verifyEmail = action(verificationOperations.verifyEmail, joining.verifyEmail, () =>
  redirect("/verify?done=1"),
)
