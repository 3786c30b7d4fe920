import { createHash } from "node:crypto"
import { and, eq, gt, isNull, sql } from "drizzle-orm"
import { type Tx, transaction } from "@/db/client"
import { accounts, invitations, staff } from "@/db/schema/accounts"
import type { Visitor } from "@/lib/auth/actor"
import { hashPassword } from "@/lib/auth/password"
import { takeTry } from "@/lib/auth/throttle"
import { AppError } from "@/lib/errors"
import { CATEGORY_IDS } from "@/lib/requests/category"
import type { Premises } from "./premises"
import type { AccountState, Role } from "./role"

const HOUR = 3600
const DEFAULT_CAPACITY = 20

interface Person {
  name: string
  email: string
  phone: string
  password: string
}

export async function registerCustomer(visitor: Visitor, input: Person & { premises: Premises }) {
  const prepared = await prepare(visitor, input)
  return transaction((tx) => insertAccount(tx, { ...prepared, role: "customer", state: "active" }))
}

/** Nobody makes themselves staff: a code from an administrator does it, or the account waits for one. */
export async function registerStaff(
  visitor: Visitor,
  { invitationCode, ...person }: Person & { invitationCode?: string },
) {
  const prepared = await prepare(visitor, person)
  return transaction(async (tx) => {
    if (invitationCode === undefined) return insertStaff(tx, { ...prepared, role: "staff", state: "waiting" })
    const role = await redeem(tx, invitationCode, person.email)
    return insertStaff(tx, { ...prepared, role, state: "active" })
  })
}

export const hashCode = (code: string): string => createHash("sha256").update(code.toUpperCase()).digest("base64url")

/** Everything slow happens before the transaction opens. */
async function prepare<P extends Person>(visitor: Visitor, { password, ...rest }: P) {
  await takeTry([{ key: `register:address:${visitor.address}`, tries: 20, seconds: HOUR }])
  return { ...rest, passwordHash: await hashPassword(password) }
}

async function redeem(tx: Tx, code: string, email: string): Promise<Role> {
  const good = and(
    eq(invitations.codeHash, hashCode(code)),
    sql`lower(${invitations.email}) = lower(${email})`,
    isNull(invitations.usedAt),
    gt(invitations.expiresAt, sql`now()`),
  )
  const [used] = await tx.update(invitations).set({ usedAt: new Date() }).where(good).returning()
  if (used) return used.role
  const message = "This code is not for this e-mail address, has been used, or has expired"
  throw new AppError("invalid", message, { fields: { invitationCode: message } })
}

type NewAccount = Omit<Person, "password"> & {
  passwordHash: string
  role: Role
  state: AccountState
  premises?: Premises
}

export async function insertAccount(tx: Tx, values: NewAccount) {
  const [account] = await tx.insert(accounts).values(values).onConflictDoNothing().returning()
  if (account) return account
  const message = "There is already an account with this e-mail address"
  throw new AppError("conflict", message, { fields: { email: message } })
}

export async function insertStaff(tx: Tx, values: NewAccount) {
  const account = await insertAccount(tx, values)
  await tx.insert(staff).values({ accountId: account.id, capacity: DEFAULT_CAPACITY, categories: CATEGORY_IDS })
  return account
}
