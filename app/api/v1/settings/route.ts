import { endpoint } from "@/lib/http/endpoint"
import { changeSettings } from "@/lib/oversight/settings/change-settings"
import { getSettings } from "@/lib/oversight/settings/get-settings"
import { settingOperations } from "@/lib/oversight/settings/operations"

export const GET = endpoint(settingOperations.getSettings, getSettings)
export const PATCH = endpoint(settingOperations.changeSettings, changeSettings)
