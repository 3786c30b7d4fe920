import { sql } from "drizzle-orm"
import { one, type Tx } from "@/db/client"
import { accounts, staff } from "@/db/schema/accounts"
import { NO_ACCOUNT } from "@/lib/model/mail-job"
import type { Premises } from "@/lib/model/premises"
import type { AccountState, Role } from "@/lib/model/role"
import type { NewPerson } from "./contract"

const DEFAULT_CAPACITY = 20

type NewAccount = Omit<NewPerson, "password"> & {
  id?: string
  passwordHash: string
  role: Role
  state: AccountState
  premises?: Premises
  emailVerifiedAt?: Date
}

/** Inserts an account. Returns its row, or nothing when the email address already has an account. */
export async function insertAccount(tx: Tx, values: NewAccount) {
  const made = await tx.insert(accounts).values(values).onConflictDoNothing().returning()
  return made.length > 0 ? one(made) : undefined
}

/**
 * Inserts the account of a member of staff and the row that assignment reads, with the default capacity and every
 * category. Returns the account, or nothing when the email address already has one; the second statement is sent then
 * too and inserts nothing, so that time does not tell whether the address is known.
 */
export async function insertStaff(tx: Tx, values: NewAccount) {
  const account = await insertAccount(tx, values)
  await tx.execute(sql`
    insert into ${staff} (account_id, capacity, categories)
    select ${accounts.id}, ${DEFAULT_CAPACITY}, enum_range(null::category) from ${accounts}
    where ${accounts.id} = ${account?.id ?? NO_ACCOUNT}`)
  return account
}
