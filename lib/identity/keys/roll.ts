import { eq } from "drizzle-orm"
import { transaction } from "@/db/client"
import { apiKeys } from "@/db/schema/api-keys"
import { type Actor, authorOf } from "@/lib/model/actor"
import { AppError } from "@/lib/model/errors"
import { authorize } from "@/lib/model/policy"
import { audit } from "@/lib/platform/audit/audit"
import type { Roll } from "./contract"
import { lockKey } from "./lock"
import { hashSecret, newSecret } from "./secret"
import { showKey } from "./view"

const HOUR = 3_600_000

/**
 * A new secret for a key; the old one stays good for the overlap, so that whoever uses it can change over at leisure.
 * There are two at most: rolling again meanwhile would cut off the one in use, and is done only when asked for by 0.
 */
export function rollKey(actor: Actor, { id, overlapHours }: Roll) {
  return transaction(async (tx) => {
    const key = await lockKey(tx, id)
    authorize(actor, "key.edit", key)
    const { state, previousEndsAt } = await showKey(tx, id)
    if (state !== "active") throw new AppError("conflict", `This key is ${state}. Create a new one.`)
    if (previousEndsAt && overlapHours > 0) throw stillOverlapping()
    const secret = newSecret()
    const overlap = overlapHours > 0
    await tx
      .update(apiKeys)
      .set({
        secretHash: hashSecret(secret),
        previousSecretHash: overlap ? key.secretHash : null,
        previousEndsAt: overlap ? new Date(Date.now() + overlapHours * HOUR) : null,
      })
      .where(eq(apiKeys.id, id))
    await audit(tx, authorOf(actor), { action: "key.rolled", subject: ["key", id], data: { overlapHours } })
    return { ...(await showKey(tx, id)), secret }
  })
}

function stillOverlapping() {
  const message =
    "The previous secret still works. Wait until it expires, or enter 0 hours to end both old secrets now."
  return new AppError("conflict", message, { fields: { overlapHours: message } })
}
