import type { Actor } from "@/lib/model/actor"
import { permit } from "@/lib/model/policy"
import { readSettings } from "./read-settings"

/**
 * All settings with their version.
 * @throws AppError `forbidden` unless the actor may read settings.
 */
export function getSettings(actor: Actor) {
  permit(actor, "setting.read")
  return readSettings()
}
