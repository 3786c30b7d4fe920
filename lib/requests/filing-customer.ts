import { and, eq } from "drizzle-orm"
import { db } from "@/db/client"
import { accounts } from "@/db/schema/accounts"
import type { Actor } from "@/lib/model/actor"
import { AppError } from "@/lib/model/errors"
import { may } from "@/lib/model/policy"

/**
 * The id of the customer a request is filed for: people file for themselves, an API key names a customer it reaches.
 * @throws AppError `invalid` for any other customer.
 */
export async function customerOf(actor: Actor, named: string | undefined): Promise<string> {
  if (!actor.key) {
    if (named === undefined || named === actor.id) return actor.id
    throw wrongCustomer("You can only send requests for yourself")
  }
  if (named === undefined) throw wrongCustomer("Enter the customer the request is for")
  const [found] = await db
    .select({ customerId: accounts.id })
    .from(accounts)
    .where(and(eq(accounts.id, named), eq(accounts.role, "customer"), eq(accounts.state, "active")))
  if (!found || !may(actor, "request.file", found)) throw wrongCustomer("This API key does not act for this customer")
  return found.customerId
}

const wrongCustomer = (message: string) => new AppError("invalid", message, { fields: { customerId: message } })
