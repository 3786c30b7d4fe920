import { endpoint } from "@/lib/http/endpoint"
import { changeSettings } from "@/lib/settings/change"
import { settingOperations } from "@/lib/settings/contract"
import { getSettings } from "@/lib/settings/read"

export const GET = endpoint(settingOperations.getSettings, getSettings)
export const PATCH = endpoint(settingOperations.changeSettings, changeSettings)
