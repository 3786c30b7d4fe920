import { assignmentOperations } from "@/lib/dispatch/assignment/operations"
import { emergencyOperations } from "@/lib/dispatch/escalation/contract"
import { rosterOperations } from "@/lib/dispatch/rosters/operations"
import { staffOperations } from "@/lib/dispatch/staff/operations"
import { teamOperations } from "@/lib/dispatch/team/operations"
import { customerOperations } from "@/lib/identity/accounts/customers-contract"
import { invitationOperations } from "@/lib/identity/accounts/invitation-operations"
import { linkOperations } from "@/lib/identity/accounts/link-operations"
import { accountOperations } from "@/lib/identity/accounts/operations"
import { authOperations } from "@/lib/identity/auth/contract"
import { keyOperations } from "@/lib/identity/keys/operations"
import { sessionOperations } from "@/lib/identity/sessions/contract"
import { twoFactorOperations } from "@/lib/identity/two-factor/contract"
import { auditOperations } from "@/lib/oversight/audit/operations"
import { failedJobOperations } from "@/lib/oversight/failed-jobs/operations"
import { mailOperations } from "@/lib/oversight/mail/operations"
import { privacyOperations } from "@/lib/oversight/privacy/operations"
import { serviceLevelOperations } from "@/lib/oversight/service-levels/operations"
import { settingOperations } from "@/lib/oversight/settings/operations"
import { attachmentOperations } from "@/lib/requests/attachments/operations"
import { categoryOperations } from "@/lib/requests/categories/operations"
import { requestOperations } from "@/lib/requests/operations"

/** All operations of the API. Routes, documentation and tests are compared with this table. */
export const operations = {
  ...authOperations,
  ...sessionOperations,
  ...accountOperations,
  ...staffOperations,
  ...invitationOperations,
  ...linkOperations,
  ...categoryOperations,
  ...requestOperations,
  ...emergencyOperations,
  ...assignmentOperations,
  ...attachmentOperations,
  ...mailOperations,
  ...customerOperations,
  ...keyOperations,
  ...auditOperations,
  ...twoFactorOperations,
  ...settingOperations,
  ...rosterOperations,
  ...serviceLevelOperations,
  ...teamOperations,
  ...privacyOperations,
  ...failedJobOperations,
}
