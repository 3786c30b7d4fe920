import { and, eq, inArray, sql } from "drizzle-orm"
import { one, type Tx, transaction } from "@/db/client"
import { accounts } from "@/db/schema/accounts"
import { apiKeyCustomers, apiKeys } from "@/db/schema/api-keys"
import { type Actor, authorOf } from "@/lib/model/actor"
import { AppError } from "@/lib/model/errors"
import { permit } from "@/lib/model/policy"
import { type KeyReach, SCOPE_NAMES, type Scope, UTILITY_SCOPES } from "@/lib/model/scope"
import { audit } from "@/lib/platform/audit/audit"
import type { KeyToMake } from "./contract"
import { hashKeySecret, newKeySecret } from "./key-secret"
import { showKey } from "./key-view"

const DAY = 24 * 3_600_000

/**
 * Creates an API key for a third party, for the whole utility or for the customers with the given email addresses.
 * @returns the key with its secret, which is shown this once and of which only the hash is stored
 * @throws AppError `forbidden` by the policy; `invalid` for scopes that the reach does not allow, and for addresses that
 *   belong to no active customer
 */
export async function createKey(
  actor: Actor,
  { name, scopes, reach, customers = [], filingsPerHour, expiresInDays }: KeyToMake,
) {
  permit(actor, "key.create")
  checkScopes(reach, scopes)
  return transaction(async (tx) => {
    const customerIds = await findCustomers(tx, reach, customers)
    const secret = newKeySecret()
    const values = {
      name,
      scopes: [...new Set(scopes)],
      reach,
      ...(filingsPerHour !== undefined && { filingsPerHour }),
      secretHash: hashKeySecret(secret),
      createdBy: actor.id,
      expiresAt: expiresInDays === undefined ? null : new Date(Date.now() + expiresInDays * DAY),
    }
    const { id, expiresAt } = one(await tx.insert(apiKeys).values(values).returning())
    if (customerIds.length > 0)
      await tx.insert(apiKeyCustomers).values(customerIds.map((customerId) => ({ keyId: id, customerId })))
    const data = { scopes: values.scopes, reach, customerIds, expiresAt }
    await audit(tx, authorOf(actor), { action: "key.created", subject: ["key", id], data })
    return { ...(await showKey(tx, id)), secret }
  })
}

function checkScopes(reach: KeyReach, scopes: readonly Scope[]): void {
  const wrong = reach === "customers" ? scopes.find((scope) => UTILITY_SCOPES.includes(scope)) : undefined
  if (wrong) throw wrongField("scopes", `“${SCOPE_NAMES[wrong]}” is only for keys that act for the whole utility`)
}

/** Finds the ids of the customers with these email addresses. */
async function findCustomers(tx: Tx, reach: KeyReach, given: readonly string[]): Promise<string[]> {
  const emails = [...new Set(given.map((email) => email.toLowerCase()))]
  if (reach === "utility") {
    if (emails.length > 0) throw wrongField("customers", "Remove the customers, or choose a key for named customers")
    return []
  }
  if (emails.length === 0) throw wrongField("customers", "Enter a customer")
  const found = await tx
    .select({ id: accounts.id, email: sql<string>`lower(${accounts.email})` })
    .from(accounts)
    .where(
      and(inArray(sql`lower(${accounts.email})`, emails), eq(accounts.role, "customer"), eq(accounts.state, "active")),
    )
  const unknown = emails.find((email) => !found.some((customer) => customer.email === email))
  if (unknown) throw wrongField("customers", `There is no customer with the email address ${unknown}`)
  return found.map(({ id }) => id)
}

const wrongField = (name: string, message: string) => new AppError("invalid", message, { fields: { [name]: message } })
