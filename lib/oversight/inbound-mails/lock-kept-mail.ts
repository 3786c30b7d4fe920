import { and, eq } from "drizzle-orm"
import type { Executor, Tx } from "@/db/client"
import { inboundMails } from "@/db/schema/inbound-mails"
import type { Actor } from "@/lib/model/actor"
import { authorize, may } from "@/lib/model/policy"

const kept = (executor: Executor, id: string) =>
  executor
    .select()
    .from(inboundMails)
    .where(and(eq(inboundMails.id, id), eq(inboundMails.outcome, "kept")))

/**
 * An email that waits for a supervisor.
 * @throws AppError `not_found` when it waits no more or may not be seen
 */
export async function findKeptMail(executor: Executor, actor: Actor, id: string) {
  const [mail] = may(actor, "inbound-mail.edit") ? await kept(executor, id) : []
  authorize(actor, "inbound-mail.edit", mail && {})
  return mail as NonNullable<typeof mail>
}

/** The same, locked until the transaction ends, so that one supervisor deals with it. */
export async function lockKeptMail(tx: Tx, actor: Actor, id: string) {
  const [mail] = may(actor, "inbound-mail.edit") ? await kept(tx, id).for("update") : []
  authorize(actor, "inbound-mail.edit", mail && {})
  return mail as NonNullable<typeof mail>
}
