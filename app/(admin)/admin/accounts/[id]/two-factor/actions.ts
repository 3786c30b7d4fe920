"use server"

import { redirect } from "next/navigation"
import { factorAddress } from "@/components/shell/factor-address"
import { action } from "@/lib/http/action"
import { twoFactorOperations } from "@/lib/identity/two-factor/operations"
import { removeTwoFactorOf as removeTwoFactorOfVerb } from "@/lib/identity/two-factor/remove-two-factor-of"

export const removeTwoFactorOf = action(twoFactorOperations.removeTwoFactorOf, removeTwoFactorOfVerb, (_row, form) =>
  redirect(factorAddress(String(form.get("id")), { removed: "1", request: form.get("request") })),
)
