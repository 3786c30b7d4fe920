"use server"

import { action } from "@/lib/http/action"
import { forget } from "@/lib/http/viewer"
import { privacyOperations } from "@/lib/oversight/privacy/contract"
import * as privacy from "@/lib/oversight/privacy/delete"

export const deleteAccount = action(privacyOperations.deleteAccount, privacy.deleteAccount, () =>
  forget("/account-deleted"),
)
