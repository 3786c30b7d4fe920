import { customerOperations } from "@/lib/accounts/customers-contract"
import { linkOperations } from "@/lib/accounts/link-operations"
import { accountOperations } from "@/lib/accounts/operations"
import { assignmentOperations } from "@/lib/assignment/operations"
import { attachmentOperations } from "@/lib/attachments/contract"
import { auditOperations } from "@/lib/audit/contract"
import { authOperations } from "@/lib/auth/contract"
import { emergencyOperations } from "@/lib/emergencies/contract"
import { failedJobOperations } from "@/lib/failed-jobs/operations"
import { keyOperations } from "@/lib/keys/operations"
import { mailOperations } from "@/lib/mail/contract"
import { privacyOperations } from "@/lib/privacy/contract"
import { categoryOperations } from "@/lib/requests/categories-contract"
import { requestOperations } from "@/lib/requests/operations"
import { rosterOperations } from "@/lib/rosters/operations"
import { serviceLevelOperations } from "@/lib/service-levels/contract"
import { sessionOperations } from "@/lib/sessions/contract"
import { settingOperations } from "@/lib/settings/contract"
import { teamOperations } from "@/lib/team/operations"
import { twoFactorOperations } from "@/lib/two-factor/contract"

/** Everything the API can do. Its routes, documentation and tests are held against this list. */
export const operations = {
  ...authOperations,
  ...sessionOperations,
  ...accountOperations,
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
