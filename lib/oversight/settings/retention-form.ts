import { Version } from "@/lib/model/text"
import { Retention } from "@/lib/oversight/privacy/retention-settings"

/** The times as a form sends them: by themselves, beside the version that was seen. */
export const RetentionForm = Retention.extend({ version: Version })
