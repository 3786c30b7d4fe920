import { and, eq } from "drizzle-orm"
import { db } from "@/db/client"
import { accounts } from "@/db/schema/accounts"
import { IS_CUSTOMER } from "@/lib/identity/customers/customer-columns"
import type { Actor } from "@/lib/model/actor"
import { AppError } from "@/lib/model/errors"
import { may } from "@/lib/model/policy"

/**
 * The id of the customer a request is filed for: customers file for themselves, staff and API keys name a customer whom
 * they reach.
 * @throws AppError `invalid` for any other customer.
 */
export async function customerOf(actor: Actor, named: string | undefined): Promise<string> {
  const permission = actor.key ? "request.file" : "request.take"
  if (!actor.key && !may(actor, permission)) {
    if (named === undefined || named === actor.id) return actor.id
    throw wrongCustomer("You can only send requests for yourself")
  }
  if (named === undefined) throw wrongCustomer("Enter the customer the request is for")
  const [found] = await db
    .select({ customerId: accounts.id })
    .from(accounts)
    .where(and(eq(accounts.id, named), IS_CUSTOMER))
  if (found && may(actor, permission, found)) return found.customerId
  throw wrongCustomer(actor.key ? "This API key does not act for this customer" : "There is no such customer")
}

const wrongCustomer = (message: string) => new AppError("invalid", message, { fields: { customerId: message } })
