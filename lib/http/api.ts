import { assignmentOperations } from "@/lib/dispatch/assignment/operations"
import { dangerCheckOperations } from "@/lib/dispatch/danger-checks/operations"
import { emergencyReportOperations } from "@/lib/dispatch/emergency-reports/operations"
import { emergencyOperations } from "@/lib/dispatch/escalation/operations"
import { outcomeOperations } from "@/lib/dispatch/outcome/operations"
import { reportOperations } from "@/lib/dispatch/reports/operations"
import { rosterOperations } from "@/lib/dispatch/rosters/operations"
import { severalOperations } from "@/lib/dispatch/several/operations"
import { staffOperations } from "@/lib/dispatch/staff/operations"
import { teamOperations } from "@/lib/dispatch/team/operations"
import { teamRosterOperations } from "@/lib/dispatch/team-rosters/operations"
import { authOperations } from "@/lib/identity/auth/operations"
import { customerNoteOperations } from "@/lib/identity/customer-notes/operations"
import { customerOperations } from "@/lib/identity/customers/operations"
import { emailChangeOperations } from "@/lib/identity/email-change/operations"
import { homeOperations } from "@/lib/identity/homes/operations"
import { invitationOperations } from "@/lib/identity/invitations/operations"
import { keyOperations } from "@/lib/identity/keys/operations"
import { needsOperations } from "@/lib/identity/needs/operations"
import { passwordOperations } from "@/lib/identity/passwords/operations"
import { profileOperations } from "@/lib/identity/profile/operations"
import { registrationOperations } from "@/lib/identity/registration/operations"
import { sessionOperations } from "@/lib/identity/sessions/operations"
import { twoFactorOperations } from "@/lib/identity/two-factor/operations"
import { verificationOperations } from "@/lib/identity/verification/operations"
import { auditOperations } from "@/lib/oversight/audit/operations"
import { deviceOperations } from "@/lib/oversight/devices/operations"
import { failedJobOperations } from "@/lib/oversight/failed-jobs/operations"
import { fileUsageOperations } from "@/lib/oversight/file-usage/operations"
import { inboundMailOperations } from "@/lib/oversight/inbound-mails/operations"
import { mailOperations } from "@/lib/oversight/mail/operations"
import { notificationOperations } from "@/lib/oversight/notifications/operations"
import { privacyOperations } from "@/lib/oversight/privacy/operations"
import { removedFileOperations } from "@/lib/oversight/removed-files/operations"
import { overviewOperations } from "@/lib/oversight/reports/operations"
import { serviceLevelOperations } from "@/lib/oversight/service-levels/operations"
import { settingOperations } from "@/lib/oversight/settings/operations"
import { attachmentOperations } from "@/lib/requests/attachments/operations"
import { cannedReplyOperations } from "@/lib/requests/canned-replies/operations"
import { careOperations } from "@/lib/requests/care/operations"
import { categoryOperations } from "@/lib/requests/categories/operations"
import { conversationOperations } from "@/lib/requests/conversation/operations"
import { liveOperations } from "@/lib/requests/live/operations"
import { requestOperations } from "@/lib/requests/operations"
import { pictureOperations } from "@/lib/requests/pictures/operations"
import { premisesOperations } from "@/lib/requests/premises/operations"
import { presenceOperations } from "@/lib/requests/presence/operations"
import { savedViewOperations } from "@/lib/requests/saved-views/operations"
import { uploadOperations } from "@/lib/requests/uploads/operations"

/** All operations of the API. Routes, documentation and tests are compared with this table. */
export const operations = {
  ...authOperations,
  ...sessionOperations,
  ...registrationOperations,
  ...profileOperations,
  ...emailChangeOperations,
  ...passwordOperations,
  ...staffOperations,
  ...invitationOperations,
  ...verificationOperations,
  ...categoryOperations,
  ...requestOperations,
  ...severalOperations,
  ...outcomeOperations,
  ...emergencyOperations,
  ...dangerCheckOperations,
  ...emergencyReportOperations,
  ...reportOperations,
  ...assignmentOperations,
  ...premisesOperations,
  ...savedViewOperations,
  ...cannedReplyOperations,
  ...liveOperations,
  ...presenceOperations,
  ...attachmentOperations,
  ...uploadOperations,
  ...fileUsageOperations,
  ...removedFileOperations,
  ...pictureOperations,
  ...mailOperations,
  ...inboundMailOperations,
  ...notificationOperations,
  ...deviceOperations,
  ...customerOperations,
  ...customerNoteOperations,
  ...needsOperations,
  ...homeOperations,
  ...careOperations,
  ...conversationOperations,
  ...keyOperations,
  ...auditOperations,
  ...twoFactorOperations,
  ...settingOperations,
  ...rosterOperations,
  ...serviceLevelOperations,
  ...teamOperations,
  ...teamRosterOperations,
  ...overviewOperations,
  ...privacyOperations,
  ...failedJobOperations,
}
