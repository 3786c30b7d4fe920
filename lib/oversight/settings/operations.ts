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
