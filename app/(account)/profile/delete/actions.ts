"use server"

import { action } from "@/lib/http/action"
import { forget } from "@/lib/http/viewer"
import { privacyOperations } from "@/lib/privacy/contract"
import * as privacy from "@/lib/privacy/delete"

export const deleteAccount = action(privacyOperations.deleteAccount, privacy.deleteAccount, () =>
  forget("/account-deleted"),
)
