import type { z } from "zod"
import type { Actor } from "@/lib/model/actor"
import { changeSettings } from "@/lib/oversight/settings/change-settings"
import { readSettings } from "@/lib/oversight/settings/read-settings"
import { DEFAULT_TEXTS } from "./default-texts"
import type { LegalTextForm } from "./legal-text-form"

/**
 * Keeps a text as it was typed. Ours, sent back unchanged, is not kept, so that it goes on following the settings. Throws
 * as `changeSettings` does.
 */
export async function setLegalText(actor: Actor, { name, text, version }: z.infer<typeof LegalTextForm>) {
  const { retention } = await readSettings()
  const isOurs = text === DEFAULT_TEXTS[name](retention).trim()
  return changeSettings(actor, { version, [name]: isOurs ? null : (text ?? null) })
}
