import { z } from "zod"
import { STRATEGY_NAMES } from "@/lib/dispatch/assignment/strategy"
import { STRATEGY_LABELS } from "@/lib/dispatch/assignment/strategy-words"
import { CATEGORY_IDS } from "@/lib/model/category"
import { LevelGiven } from "@/lib/model/level"
import { operation } from "@/lib/model/operation"
import { Version } from "@/lib/model/text"
import { DEFAULT_RETENTION, Retention } from "@/lib/oversight/privacy/retention-settings"
import { DEFAULT_LEVELS, ServiceLevels } from "@/lib/oversight/service-levels/limit"

const Category = z.enum(CATEGORY_IDS)
const Strategy = z
  .enum(STRATEGY_NAMES, "Choose how requests are given out")
  .describe(STRATEGY_NAMES.map((name) => `\`${name}\`: ${STRATEGY_LABELS[name].hint}`).join(". "))

export const AssignmentRules = z.object({
  strategy: Strategy,
  strategies: z.partialRecord(Category, Strategy).default({}).describe("Another one for these categories"),
  levels: z
    .partialRecord(Category, LevelGiven)
    .default({})
    .describe("The lowest level of skill that will do; 1 unless said"),
})
export type AssignmentRules = z.infer<typeof AssignmentRules>

/** Everything administrators choose for the whole utility. A new setting is a line here and its default below. */
export const Settings = z.object({
  staffTwoFactorRequired: z
    .boolean("Say whether staff have to use two-factor authentication")
    .describe("Staff, supervisors and administrators without a second factor can only set one up"),
  assignment: AssignmentRules,
  serviceLevels: ServiceLevels,
  retention: Retention,
})
export type Settings = z.infer<typeof Settings>

/** What holds until somebody chose. */
export const DEFAULTS: Settings = {
  staffTwoFactorRequired: false,
  assignment: { strategy: "skilled", strategies: {}, levels: {} },
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
    summary: "What is set for the whole utility",
    input: z.object({}),
    output: SettingsSeen,
  }),
  changeSettings: operation({
    method: "patch",
    path: "/settings",
    tag: "Settings",
    access: "account",
    status: 200,
    summary: "Change what is given; the rest stays",
    description: "Takes effect with everybody's next request.",
    input: SettingsChange,
    output: SettingsSeen,
  }),
}
