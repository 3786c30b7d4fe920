import type { Actor } from "@/lib/model/actor"
import { permit } from "@/lib/model/policy"
import { readSettings } from "./read-settings"

export function getSettings(actor: Actor) {
  permit(actor, "setting.read")
  return readSettings()
}
