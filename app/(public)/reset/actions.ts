import { passwordOperations } from "@/lib/identity/passwords/operations"

;("use server")

import { redirect } from "next/navigation"
import * as joining from "@/lib/dispatch/joining"
import { action } from "@/lib/http/action"

export const resetPassword = action(passwordOperations.resetPassword, joining.resetPassword, () =>
  redirect("/sign-in?reset=1"),
)
