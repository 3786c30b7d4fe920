import { z } from "zod"
import { operation } from "@/lib/http/operation"
import { Version } from "@/lib/text"

/** Everything administrators choose for the whole utility. A new setting is a line here and its default below. */
export const Settings = z.object({
  staffTwoFactorRequired: z
    .boolean("Say whether staff have to use two-factor authentication")
    .describe("Staff, supervisors and administrators without a second factor can only set one up"),
})
export type Settings = z.infer<typeof Settings>

/** What holds until somebody chose. */
export const DEFAULTS: Settings = { staffTwoFactorRequired: false }

const SettingsSeen = Settings.extend({ version: Version })

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
    method: "put",
    path: "/settings",
    tag: "Settings",
    access: "account",
    status: 200,
    summary: "Set all of it anew",
    description: "Takes effect with everybody's next request.",
    input: SettingsSeen,
    output: SettingsSeen,
  }),
}
