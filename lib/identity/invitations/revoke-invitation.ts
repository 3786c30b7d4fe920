import { eq } from "drizzle-orm"
import { transaction } from "@/db/client"
import { invitations } from "@/db/schema/accounts"
import type { Actor } from "@/lib/model/actor"
import { lockOpenInvitation, revokeOpen } from "./open-invitation"

/**
 * Revokes an invitation: its code stops working.
 * @throws AppError `not_found` and `forbidden` by the policy; `conflict` when it was used or revoked before
 */
export function revokeInvitation(actor: Actor, { id }: { id: string }): Promise<void> {
  return transaction(async (tx) => {
    await lockOpenInvitation(tx, actor, id)
    await revokeOpen(tx, actor, eq(invitations.id, id))
  })
}
