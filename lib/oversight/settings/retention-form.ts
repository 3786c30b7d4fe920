import { Version } from "@/lib/model/text"
import { Retention } from "@/lib/oversight/privacy/retention-settings"

/** The retention times as their form sends them, with the version that was seen. */
export const RetentionInput = Retention.extend({ version: Version })
