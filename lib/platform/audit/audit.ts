import type { Executor } from "@/db/client"
import { auditEntries } from "@/db/schema/records"
import type { AuditAction, SubjectType } from "@/lib/model/audit-action"
import type { AuditData } from "@/lib/model/audit-data"

/** Who did something: `authorOf(actor)` for an actor, only the address for a visitor. */
export interface Author {
  actorId?: string | null
  apiKeyId?: string | null
  address: string
}

/** The author of what a command on the server does, where nobody is signed in. */
export const COMMAND_LINE = { address: "command line" } as const satisfies Author

interface EntryOf<Action extends AuditAction> {
  action: Action
  /** The kind and id of what it was done to, such as `["account", id]`. */
  subject: [SubjectType, string]
  data: AuditData[Action]
}

/** Data may be left out where none is needed. */
type Entry = {
  [Action in AuditAction]: Record<never, never> extends AuditData[Action]
    ? Omit<EntryOf<Action>, "data"> & Partial<EntryOf<Action>>
    : EntryOf<Action>
}[AuditAction]

/** Writes an audit entry in the transaction of what it records, so that neither happens without the other. */
export const audit = (tx: Executor, author: Author, entry: Entry): Promise<void> => auditAll(tx, author, [entry])

/** Writes several audit entries of one author in one statement, in this order. Without entries it sends nothing. */
export async function auditAll(tx: Executor, author: Author, entries: readonly Entry[]): Promise<void> {
  if (entries.length === 0) return
  const { actorId = null, apiKeyId = null, address } = author
  const rows = entries.map(({ action, subject: [subjectType, subjectId], data = {} }) => {
    return { action, subjectType, subjectId, actorId, apiKeyId, address, data }
  })
  await tx.insert(auditEntries).values(rows)
}
