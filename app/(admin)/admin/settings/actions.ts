"use server"

import { redirect } from "next/navigation"
import { action } from "@/lib/http/action"
import { AssignmentForm } from "@/lib/oversight/settings/assignment-form"
import * as settings from "@/lib/oversight/settings/change-settings"
import { settingOperations } from "@/lib/oversight/settings/operations"
import { OutcomeDaysInput } from "@/lib/oversight/settings/outcome-form"
import { RetentionInput } from "@/lib/oversight/settings/retention-form"

export const changeSettings = action(settingOperations.changeSettings, settings.changeSettings, () =>
  redirect("/admin/settings?saved=1"),
)

export const changeAssignment = action(
  { ...settingOperations.changeSettings, input: AssignmentForm },
  (actor, { version, ...assignment }) => settings.changeSettings(actor, { version, assignment }),
  () => redirect("/admin/settings?saved=1"),
)

export const changeRetention = action(
  { ...settingOperations.changeSettings, input: RetentionInput },
  (actor, { version, ...retention }) => settings.changeSettings(actor, { version, retention }),
  () => redirect("/admin/settings?saved=1"),
)

export const changeOutcomeDays = action(
  { ...settingOperations.changeSettings, input: OutcomeDaysInput },
  settings.changeSettings,
  () => redirect("/admin/settings?saved=1"),
)
