"use server"

import { redirect } from "next/navigation"
import { action } from "@/lib/http/action"
import { LegalTextForm } from "@/lib/oversight/legal-texts/legal-text-form"
import { setLegalText } from "@/lib/oversight/legal-texts/set-legal-text"
import { settingOperations } from "@/lib/oversight/settings/operations"

export const saveLegalText = action({ ...settingOperations.changeSettings, input: LegalTextForm }, setLegalText, () =>
  redirect("/admin/legal-texts?saved=1"),
)
