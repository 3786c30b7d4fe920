import type { Actor } from "@/lib/model/actor"
import { permit } from "@/lib/model/policy"
import type { AuditFilter } from "./contract"
import { readEntries } from "./read-entries"

/** Who did what, when and from where, for administrators. */
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
