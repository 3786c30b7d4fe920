import { eq } from "drizzle-orm"
import { transaction } from "@/db/client"
import { apiKeys } from "@/db/schema/api-keys"
import { type Actor, authorOf } from "@/lib/model/actor"
import { AppError } from "@/lib/model/errors"
import { authorize } from "@/lib/model/policy"
import { audit } from "@/lib/platform/audit/audit"
import type { Roll } from "./contract"
import { hashKeySecret, newKeySecret } from "./key-secret"
import { showKey } from "./key-view"
import { lockKey } from "./lock-key"

const HOUR = 3_600_000

/**
 * Gives an API key a new secret. The old one works for `overlapHours` more, so that its user can change over without a
 * break. A key has two secrets at most: rolling again during an overlap would cut off one that may be in use, so it is
 * refused unless `overlapHours` is 0.
 * @returns the key with its new secret, which is shown this once and of which only the hash is stored
 * @throws AppError `not_found` and `forbidden` by the policy; `conflict` for a key that is not active, or overlaps
 */
export function rollKey(actor: Actor, { id, overlapHours }: Roll) {
  return transaction(async (tx) => {
    const key = await lockKey(tx, id)
    authorize(actor, "key.edit", key)
    const { state, previousEndsAt } = await showKey(tx, id)
    if (state !== "active") throw new AppError("conflict", `This key is ${state}. Create a new one.`)
    if (previousEndsAt && overlapHours > 0) throw stillOverlapping()
    const secret = newKeySecret()
    const overlap = overlapHours > 0
    await tx
      .update(apiKeys)
      .set({
        secretHash: hashKeySecret(secret),
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
