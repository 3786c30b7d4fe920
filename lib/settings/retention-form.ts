import { Retention } from "@/lib/privacy/retention-settings"
import { Version } from "@/lib/text"

/** The times as a form sends them: by themselves, beside the version that was seen. */
export const RetentionForm = Retention.extend({ version: Version })
