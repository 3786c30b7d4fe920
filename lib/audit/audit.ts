import type { Executor } from "@/db/client"
import { auditEntries } from "@/db/schema/records"
import type { AuditAction, SubjectType } from "./action"

/** Who did it: `authorOf(actor)`, or only the address of a visitor. */
interface Author {
  actorId?: string | null
  apiKeyId?: string | null
  address: string
}

interface Entry {
  action: AuditAction
  /** What it was done to, such as `["account", id]`. */
  subject: [SubjectType, string]
  /** Ids, numbers and names of fields; no names of people, addresses or words somebody wrote. */
  data?: Record<string, unknown>
}

/** Writes into the audit log, in the transaction of what was done. */
export async function audit(tx: Executor, author: Author, { action, subject, data = {} }: Entry): Promise<void> {
  const { actorId = null, apiKeyId = null, address } = author
  const [subjectType, subjectId] = subject
  await tx.insert(auditEntries).values({ action, subjectType, subjectId, actorId, apiKeyId, address, data })
}
