import { and, type SQL } from "drizzle-orm"
import type { Executor } from "@/db/client"
import { accounts } from "@/db/schema/accounts"
import { hasEmailSql } from "@/lib/identity/accounts/account-sql"
import type { OfferedCustomer } from "@/lib/model/errors"
import { dialled } from "@/lib/model/phone"
import { phoneE164 } from "@/lib/platform/phone-e164"
import { IS_CUSTOMER } from "./customer-columns"
import { foundBySql } from "./found-by-sql"

/** Many may be found by the last digits of a number that have the number of another country. */
const MOST_FOUND = 100
/** More than share a phone. */
const MOST_OFFERED = 10

/** A phone number as it is compared with others, however each is written. */
export const sameNumber = (phone: string): string => phoneE164(phone) ?? dialled(phone)

/** The active customers with this phone number, in any spelling. */
export async function customersWithPhone(on: Executor, phone: string): Promise<OfferedCustomer[]> {
  const found = await find(on, foundBySql(dialled(phone)), MOST_FOUND)
  return found
    .filter((it) => sameNumber(it.phone) === sameNumber(phone))
    .slice(0, MOST_OFFERED)
    .map(offered)
}

/** The active customer with this email address, if there is one. */
export const customersWithEmail = async (on: Executor, email: string): Promise<OfferedCustomer[]> =>
  (await find(on, hasEmailSql(email), 1)).map(offered)

const find = (on: Executor, which: SQL, limit: number) =>
  on
    .select({ id: accounts.id, name: accounts.name, phone: accounts.phone, premises: accounts.premises })
    .from(accounts)
    .where(and(IS_CUSTOMER, which))
    .orderBy(accounts.id)
    .limit(limit)

type Found = Awaited<ReturnType<typeof find>>[number]

const offered = ({ id, name, premises }: Found): OfferedCustomer => ({
  id,
  name,
  address: premises && [premises.line1, premises.line2, premises.town, premises.postcode].filter(Boolean).join(", "),
})
