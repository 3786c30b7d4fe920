import { escalateEmergency } from "@/lib/emergencies/escalate"
import { sendMail } from "@/lib/mail/send-mail"
import { applyRetentionNow } from "@/lib/privacy/apply-retention"
import { followRosters } from "@/lib/rosters/follow"
import { checkClocksAgain } from "@/lib/service-levels/check-job"
import type { Jobs } from "./enqueue"

export type Tasks = { [J in keyof Jobs]: (payload: Jobs[J]) => Promise<void> }

/** What does each job. */
export const TASKS: Tasks = {
  send_mail: sendMail,
  follow_rosters: followRosters,
  escalate_emergency: escalateEmergency,
  check_clocks: checkClocksAgain,
  apply_retention: applyRetentionNow,
}
