import { and, eq } from "drizzle-orm"
import { db } from "@/db/client"
import { accounts } from "@/db/schema/accounts"
import { serviceRequests } from "@/db/schema/requests"
import { hasEmailSql } from "@/lib/identity/accounts/account-sql"
import { IS_CUSTOMER } from "@/lib/identity/customers/customer-columns"
import type { Actor } from "@/lib/model/actor"
import { isSigned, type UsedAddress } from "./reply-address"

/** A customer who has written an email, as the actor whose words they are. */
export interface Writer {
  actor: Actor
  email: string
}

/** The customer with this id, who did what an email says from wherever they are. */
export async function writerOf(customerId: string): Promise<Writer | undefined> {
  const [found] = await db
    .select({ id: accounts.id, name: accounts.name, role: accounts.role, state: accounts.state, email: accounts.email })
    .from(accounts)
    .where(and(eq(accounts.id, customerId), IS_CUSTOMER))
  if (!found) return undefined
  const { email, ...account } = found
  return { email, actor: { ...account, sessionId: "", address: "email", device: "" } }
}

interface Meant {
  requestId?: string
  writer?: Writer
  /** Whether we have made the address, perhaps for a request or account that is gone. */
  isOurs: boolean
}

/** What an address of ours is about, for the one whom we have made it for. */
export async function findMeant(used: UsedAddress | undefined, from: readonly string[]): Promise<Meant> {
  if (!used) return { isOurs: false }
  const [request] = await db
    .select({ id: serviceRequests.id, customerId: serviceRequests.customerId })
    .from(serviceRequests)
    .where(eq(serviceRequests.reference, used.reference))
  if (request)
    return isSigned(used, request.customerId)
      ? { requestId: request.id, writer: await writerOf(request.customerId), isOurs: true }
      : { isOurs: false }
  // Nothing tells any more whose a deleted request was, but its customer may be the one who writes.
  const [account] = await db
    .select({ id: accounts.id })
    .from(accounts)
    .where(hasEmailSql(from[0] ?? ""))
  return { isOurs: account !== undefined && isSigned(used, account.id) }
}
