import { z } from "zod"
import { operation } from "@/lib/model/operation"
import { SettingsChange, SettingsSeen } from "./contract"

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
    example: { staffTwoFactorRequired: false, version: 1 },
    output: SettingsSeen,
  }),
}
