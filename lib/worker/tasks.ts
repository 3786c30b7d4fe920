import { endDangerCheck } from "@/lib/dispatch/danger-checks/end-danger-check"
import { escalateEmergency } from "@/lib/dispatch/escalation/escalate-emergency"
import { closeSilent } from "@/lib/dispatch/outcome/close-silent"
import { followRosters } from "@/lib/dispatch/rosters/follow-rosters"
import { pushNotification } from "@/lib/oversight/devices/push-notification"
import { sendMail } from "@/lib/oversight/mail/send-mail"
import { applyRetentionNow } from "@/lib/oversight/privacy/apply-retention-job"
import { refreshReports } from "@/lib/oversight/reports/refresh-reports"
import { checkClocksAgain } from "@/lib/oversight/service-levels/check-clocks-job"
import type { Jobs } from "@/lib/platform/jobs/enqueue"
import { scanFile } from "@/lib/requests/attachments/scan-file"
import { scanWaiting } from "@/lib/requests/attachments/scan-waiting"
import { foldTallies } from "@/lib/requests/attachments/tallies"
import { findPhotos } from "@/lib/requests/pictures/find-photos"
import { makePictures } from "@/lib/requests/pictures/make-pictures"
import { forgetLeftPremises } from "@/lib/requests/premises/forget-left-premises"
import { linkPremises } from "@/lib/requests/premises/link-premises"
import { refreshSearch } from "@/lib/requests/refresh-search"

export type Tasks = { [J in keyof Jobs]: (payload: Jobs[J]) => Promise<void> }

/** The function for each kind of job. */
export const TASKS: Tasks = {
  send_mail: sendMail,
  send_push: pushNotification,
  follow_rosters: followRosters,
  escalate_emergency: escalateEmergency,
  end_danger_check: endDangerCheck,
  check_clocks: checkClocksAgain,
  apply_retention: applyRetentionNow,
  refresh_search: refreshSearch,
  refresh_reports: refreshReports,
  close_silent: closeSilent,
  link_premises: linkPremises,
  forget_premises: forgetLeftPremises,
  scan_file: scanFile,
  scan_waiting: scanWaiting,
  fold_tallies: foldTallies,
  make_pictures: makePictures,
  find_photos: findPhotos,
}
