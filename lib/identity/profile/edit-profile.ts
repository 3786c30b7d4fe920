import { and, eq, sql } from "drizzle-orm"
import { transaction } from "@/db/client"
import { accounts } from "@/db/schema/accounts"
import { linkHomes } from "@/lib/identity/premises/link-homes"
import { type Actor, authorOf } from "@/lib/model/actor"
import { AppError } from "@/lib/model/errors"
import { authorize } from "@/lib/model/policy"
import type { Premises } from "@/lib/model/premises"
import { audit } from "@/lib/platform/audit/audit"
import { enqueue } from "@/lib/platform/jobs/enqueue"

interface Change {
  name: string
  phone: string
  premises?: Premises
  version: number
}

/**
 * Changes the actor's own name, phone number and, for customers, premises.
 * @returns the account as it is now
 * @throws AppError `invalid` when staff give premises; `conflict` when the profile has another version by now
 */
export async function editProfile(actor: Actor, { version, premises, ...change }: Change) {
  authorize(actor, "profile.edit", { accountId: actor.id })
  if (premises && actor.role !== "customer") throw new AppError("invalid", "Only customers can have premises.")
  return transaction(async (tx) => {
    const [changed] = await tx
      .update(accounts)
      .set({ ...change, ...(premises && { premises }), version: sql`${accounts.version} + 1` })
      .where(and(eq(accounts.id, actor.id), eq(accounts.version, version)))
      .returning()
    if (!changed) throw new AppError("conflict", "Your profile was changed somewhere else. Check it and save again.")
    if (premises) await linkHomes(tx, [{ customerId: actor.id, premises }])
    const fields = Object.keys({ ...change, ...(premises && { premises }) })
    await audit(tx, authorOf(actor), { action: "account.edited", subject: ["account", actor.id], data: { fields } })
    if (actor.role === "customer") await enqueue(tx, "refresh_search", { customerId: actor.id })
    return changed
  })
}
