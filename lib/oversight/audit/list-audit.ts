import type { Actor } from "@/lib/model/actor"
import { permit } from "@/lib/model/policy"
import type { AuditFilter } from "./contract"
import { readEntries } from "./read-entries"

/**
 * A page of audit entries, newest first, with the current names of what they mention.
 * @throws AppError `forbidden` unless the actor may read the audit log.
 */
export async function listAudit(
  actor: Actor,
  { after, limit, ...filter }: AuditFilter & { after?: number; limit: number },
) {
  permit(actor, "audit.read")
  const found = await readEntries(filter, { after, limit: limit + 1 })
  const items = found.slice(0, limit)
  const last = items.at(-1)
  return { items, next: last && found.length > limit ? String(last.id) : null }
}
