import { linkOperations } from "@/lib/accounts/link-operations"
import { accountOperations } from "@/lib/accounts/operations"
import { attachmentOperations } from "@/lib/attachments/contract"
import { authOperations } from "@/lib/auth/contract"
import { mailOperations } from "@/lib/mail/contract"
import { privacyOperations } from "@/lib/privacy/contract"
import { categoryOperations } from "@/lib/requests/categories-contract"
import { requestOperations } from "@/lib/requests/operations"

/** Everything the API can do. Its routes, documentation and tests are held against this list. */
export const operations = {
  ...authOperations,
  ...accountOperations,
  ...linkOperations,
  ...categoryOperations,
  ...requestOperations,
  ...attachmentOperations,
  ...mailOperations,
  ...privacyOperations,
}
