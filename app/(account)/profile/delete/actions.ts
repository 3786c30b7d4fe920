"use server"

import { action } from "@/lib/http/action"
import { forget } from "@/lib/http/current-actor"
import * as privacy from "@/lib/oversight/privacy/delete-account"
import { privacyOperations } from "@/lib/oversight/privacy/operations"

export const deleteAccount = action(privacyOperations.deleteAccount, privacy.deleteAccount, () =>
  forget("/account-deleted"),
)
