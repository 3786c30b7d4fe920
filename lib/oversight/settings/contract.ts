import { z } from "zod"
import { AssignmentRules, DEFAULT_ASSIGNMENT } from "@/lib/dispatch/assignment/rules"
import { Version } from "@/lib/model/text"
import { LegalTexts, NO_LEGAL_TEXTS } from "@/lib/oversight/legal-texts/contract"
import { Messages } from "@/lib/oversight/notifications/messages-contract"
import { DEFAULT_RETENTION, Retention } from "@/lib/oversight/privacy/retention-settings"
import { DEFAULT_LEVELS } from "@/lib/oversight/service-levels/default-levels"
import { ServiceLevels } from "@/lib/oversight/service-levels/service-levels"
import { DEFAULT_DAYS, OutcomeDays } from "@/lib/requests/outcome-days"

/** All settings of the utility. A new setting is a line here and a default below. */
export const Settings = z.object({
  staffTwoFactorRequired: z
    .boolean("Choose whether staff must use two-factor authentication")
    .describe(
      "If required, staff, supervisors and administrators without two-factor authentication can only set it up",
    ),
  assignment: AssignmentRules,
  serviceLevels: ServiceLevels,
  retention: Retention,
  ...OutcomeDays.shape,
  messages: Messages,
  ...LegalTexts.shape,
})
export type Settings = z.infer<typeof Settings>

/** Settings until an administrator changes them. */
export const DEFAULTS: Settings = {
  staffTwoFactorRequired: false,
  assignment: DEFAULT_ASSIGNMENT,
  serviceLevels: DEFAULT_LEVELS,
  retention: DEFAULT_RETENTION,
  ...DEFAULT_DAYS,
  messages: {},
  ...NO_LEGAL_TEXTS,
}

export const SettingsSeen = Settings.extend({ version: Version })
export const SettingsChange = Settings.partial().extend({ version: Version })
export type SettingsChange = z.infer<typeof SettingsChange>
