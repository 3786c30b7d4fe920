import { z } from "zod"
import { AssignmentRules, DEFAULT_ASSIGNMENT } from "@/lib/dispatch/assignment/rules"
import { operation } from "@/lib/model/operation"
import { Version } from "@/lib/model/text"
import { DEFAULT_RETENTION, Retention } from "@/lib/oversight/privacy/retention-settings"
import { DEFAULT_LEVELS, ServiceLevels } from "@/lib/oversight/service-levels/limit"

/** Everything administrators choose for the whole utility. A new setting is a line here and its default below. */
export const Settings = z.object({
  staffTwoFactorRequired: z
    .boolean("Choose whether staff must use two-factor authentication")
    .describe(
      "If required, staff, supervisors and administrators without two-factor authentication can only set it up",
    ),
  assignment: AssignmentRules,
  serviceLevels: ServiceLevels,
  retention: Retention,
})
export type Settings = z.infer<typeof Settings>

/** What holds until somebody chose. */
export const DEFAULTS: Settings = {
  staffTwoFactorRequired: false,
  assignment: DEFAULT_ASSIGNMENT,
  serviceLevels: DEFAULT_LEVELS,
  retention: DEFAULT_RETENTION,
}

const SettingsSeen = Settings.extend({ version: Version })
const SettingsChange = Settings.partial().extend({ version: Version })
export type SettingsChange = z.infer<typeof SettingsChange>

export const settingOperations = {
  getSettings: operation({
    method: "get",
    path: "/settings",
    tag: "Settings",
    access: "account",
    status: 200,
    summary: "Get the settings of the utility",
    input: z.object({}),
    output: SettingsSeen,
  }),
  changeSettings: operation({
    method: "patch",
    path: "/settings",
    tag: "Settings",
    access: "account",
    status: 200,
    summary: "Change settings; those left out stay the same",
    description: "Takes effect immediately for everyone.",
    input: SettingsChange,
    output: SettingsSeen,
  }),
}
