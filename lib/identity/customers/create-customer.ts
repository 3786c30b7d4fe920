import { randomUUID } from "node:crypto"
import { sql } from "drizzle-orm"
import { v7 } from "uuid"
import { type Executor, one, type Tx, transaction } from "@/db/client"
import { noEmail } from "@/lib/identity/accounts/no-email"
import { hashPassword } from "@/lib/identity/passwords/hash-password"
import { linkHomes } from "@/lib/identity/premises/link-homes"
import { insertAccount } from "@/lib/identity/registration/insert-account"
import { type Actor, authorOf } from "@/lib/model/actor"
import { AppError, type OfferedCustomer } from "@/lib/model/errors"
import { permit } from "@/lib/model/policy"
import { audit } from "@/lib/platform/audit/audit"
import type { CustomerToCreate } from "./contract"
import { selectCustomer } from "./get-customer"
import { customersWithEmail, customersWithPhone, sameNumber } from "./known-customers"

/**
 * Adds a customer whom nobody knows the password of, and returns them. Of two who add the same caller at once the later is
 * offered what the earlier has added.
 * @throws AppError `forbidden` by the policy; `conflict` with the customers who have this phone number, unless it is
 *   `another`, or this email address
 */
export async function createCustomer(actor: Actor, { another = false, premises, email, ...person }: CustomerToCreate) {
  permit(actor, "customer.create")
  const passwordHash = await hashPassword(randomUUID())
  return transaction(async (tx) => {
    await lockNumber(tx, person.phone)
    const known = another ? [] : await customersWithPhone(tx, person.phone)
    if (known.length > 0) throw isKnown("phone", "This phone number belongs to", known)
    const id = v7()
    const made = { id, ...person, email: email ?? noEmail(id), passwordHash, ...(premises && { premises }) }
    const account = await insertAccount(tx, { ...made, role: "customer", state: "active" })
    if (!account) throw await emailIsKnown(tx, email ?? "")
    if (premises) await linkHomes(tx, [{ customerId: id, premises }])
    await audit(tx, authorOf(actor), { action: "customer.created", subject: ["account", id] })
    return one(await selectCustomer(tx, id))
  })
}

/** An advisory lock on the number, since the number of a household is not unique. */
const lockNumber = (tx: Tx, phone: string) =>
  tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`customer:${sameNumber(phone)}`}, 0))`)

/** The `conflict` for an email address that has an account; it names the customer who has it. */
export async function emailIsKnown(on: Executor, email: string): Promise<AppError> {
  const known = await customersWithEmail(on, email)
  if (known.length > 0) return isKnown("email", "This email address belongs to", known)
  const message =
    "This email address belongs to an account that is not an active customer's. Enter another, or leave it out"
  return new AppError("conflict", message, { fields: { email: message } })
}

function isKnown(field: string, begin: string, customers: readonly OfferedCustomer[]): AppError {
  const message = `${begin} ${customers.map(({ name }) => name).join(", ")}`
  return new AppError("conflict", message, { fields: { [field]: message }, customers })
}
