import { db, one } from "@/db/client"
import { accounts } from "@/db/schema/accounts"
import { apiKeyCustomers, apiKeys } from "@/db/schema/api-keys"
import { hashKeySecret, newKeySecret } from "@/lib/identity/keys/key-secret"
import type { Actor } from "@/lib/model/actor"
import { SCOPES, type Scope } from "@/lib/model/scope"
import { someVisitor } from "./people"

/** A key as its holder calls with it. */
export interface KeyHolder extends Actor {
  secret: string
}

interface Traits {
  name?: string
  scopes?: readonly Scope[]
  /** The customers it acts for; the whole utility when absent. */
  customerIds?: readonly string[]
  expiresAt?: Date
  revokedAt?: Date
}

/** A key that exists in the database, with every scope unless told otherwise. */
export async function makeKey(traits: Traits = {}): Promise<KeyHolder> {
  const { name = "Call centre", scopes = SCOPES, customerIds, expiresAt, revokedAt } = traits
  const secret = newKeySecret()
  const secretHash = hashKeySecret(secret)
  const [somebody] = await db.select({ id: accounts.id }).from(accounts).limit(1)
  const { id } = one(
    await db
      .insert(apiKeys)
      .values({
        name,
        scopes: [...scopes],
        reach: customerIds ? "customers" : "utility",
        secretHash,
        createdBy: somebody?.id ?? "",
        expiresAt,
        revokedAt,
      })
      .returning({ id: apiKeys.id }),
  )
  if (customerIds?.length)
    await db.insert(apiKeyCustomers).values(customerIds.map((customerId) => ({ keyId: id, customerId })))
  const role = customerIds ? "customer" : "staff"
  const key = { id, scopes, secretHash, customerIds }
  return { ...someVisitor, id, name, role, state: "active", sessionId: id, endsAt: expiresAt, key, secret }
}
