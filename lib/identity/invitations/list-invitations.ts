import { desc, lt } from "drizzle-orm"
import { reading } from "@/db/client"
import { invitations } from "@/db/schema/accounts"
import type { Actor } from "@/lib/model/actor"
import { toPage } from "@/lib/model/page"
import { permit } from "@/lib/model/policy"

/**
 * Lists all invitations, newest first, a page at a time.
 * @throws AppError `forbidden` by the policy
 */
export async function listInvitations(actor: Actor, { after, limit }: { after?: string; limit: number }) {
  permit(actor, "invitation.read")
  const rows = await reading
    .select()
    .from(invitations)
    .where(after ? lt(invitations.id, after) : undefined)
    .orderBy(desc(invitations.id))
    .limit(limit + 1)
  return toPage(rows, limit)
}
