"use server"

import { redirect } from "next/navigation"
import { action } from "@/lib/http/action"
import * as settings from "@/lib/oversight/settings/change-settings"
import { settingOperations } from "@/lib/oversight/settings/operations"
export const changeServiceLevels = action(settingOperations.changeSettings, settings.changeSettings, () =>
  redirect("/admin/service-levels?saved=1"),
)
