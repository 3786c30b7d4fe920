"use server"

import { redirect } from "next/navigation"
import { action } from "@/lib/http/action"
import { LevelFields, levelsOf } from "@/lib/oversight/service-levels/level-fields"
import * as settings from "@/lib/oversight/settings/change-settings"
import { settingOperations } from "@/lib/oversight/settings/operations"

export const changeServiceLevels = action(
  { ...settingOperations.changeSettings, input: LevelFields },
  (actor, { version, ...levels }) => settings.changeSettings(actor, { version, serviceLevels: levelsOf(levels) }),
  () => redirect("/admin/service-levels?saved=1"),
)
