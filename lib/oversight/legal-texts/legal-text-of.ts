import type { Retention } from "@/lib/oversight/privacy/retention-settings"
import type { LegalTextName } from "./contract"
import { DEFAULT_TEXTS } from "./default-texts"

type Chosen = Record<LegalTextName, string | null> & { retention: Retention }

/** The text that holds by these settings. */
export const legalTextOf = (name: LegalTextName, settings: Chosen): string =>
  settings[name] ?? DEFAULT_TEXTS[name](settings.retention).trim()
