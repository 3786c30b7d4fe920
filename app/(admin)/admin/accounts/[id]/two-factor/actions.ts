"use server"

import { redirect } from "next/navigation"
import { factorAddress } from "@/components/shell/factor-address"
import { action } from "@/lib/http/action"
import { twoFactorOperations } from "@/lib/identity/two-factor/contract"
import * as remove from "@/lib/identity/two-factor/remove"

export const removeTwoFactorOf = action(twoFactorOperations.removeTwoFactorOf, remove.removeTwoFactorOf, (_row, form) =>
  redirect(factorAddress(String(form.get("id")), { removed: "1", request: form.get("request") })),
)
