import { and, asc, eq, inArray } from "drizzle-orm"
import type { Tx } from "@/db/client"
import { accounts } from "@/db/schema/accounts"
import { OPEN_ROWS, serviceRequests } from "@/db/schema/requests"
import { CAN_SIGN_IN } from "@/lib/identity/accounts/account-sql"
import type { MailJob } from "@/lib/model/mail-job"
import type { ComposedMail } from "@/lib/platform/mail/mail"
import { mailTexts } from "./mail-texts"

type Late = Extract<MailJob, { kind: "late_requests" }>

/**
 * The email to a supervisor about requests past their service levels, limited to those still open. Undefined when none
 * is left or the reader is no longer a supervisor.
 */
export async function composeLate(tx: Tx, { accountId, requestIds }: Late): Promise<ComposedMail | undefined> {
  const reader = and(eq(accounts.id, accountId), eq(accounts.role, "supervisor"), CAN_SIGN_IN)
  const [account] = await tx.select({ to: accounts.email }).from(accounts).where(reader)
  const late = await tx
    .select({ id: serviceRequests.id, reference: serviceRequests.reference, category: serviceRequests.category })
    .from(serviceRequests)
    .where(and(inArray(serviceRequests.id, requestIds), OPEN_ROWS))
    .orderBy(asc(serviceRequests.priority), asc(serviceRequests.id))
  if (!account || late.length === 0) return undefined
  return { to: account.to, ...mailTexts.lateRequests(late) }
}
