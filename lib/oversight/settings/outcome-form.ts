import { Version } from "@/lib/model/text"
import { OutcomeDays } from "@/lib/requests/outcome-days"

/** The days after a resolution as their form sends them, with the version that was seen. */
export const OutcomeDaysInput = OutcomeDays.extend({ version: Version })
