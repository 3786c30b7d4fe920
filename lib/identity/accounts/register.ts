import { and, eq, gt, isNull, sql } from "drizzle-orm"
import { one, type Tx, transaction } from "@/db/client"
import { accounts, invitations, staff } from "@/db/schema/accounts"
import { ableToSignIn, byEmail } from "@/lib/identity/auth/authenticate"
import { hashPassword } from "@/lib/identity/auth/password"
import { nameOf, takeTry, tryIsLeft } from "@/lib/identity/auth/throttle"
import type { Visitor } from "@/lib/model/actor"
import { AppError } from "@/lib/model/errors"
import { NOBODY } from "@/lib/model/letter"
import type { Premises } from "@/lib/model/premises"
import type { AccountState, Role } from "@/lib/model/role"
import { audit } from "@/lib/platform/audit/audit"
import { enqueue } from "@/lib/platform/jobs/enqueue"
import { hashCode } from "./invitation-code"
import { refusePassword } from "./refuse-password"

const HOUR = 3600
const DEFAULT_CAPACITY = 20

/** What everybody is told who registers, whether or not the address was known before. */
const ANSWER = {
  message: "We have sent an email to this address. If the account is new, you can sign in now.",
}

interface Person {
  name: string
  email: string
  phone: string
  password: string
}

/** Makes an account, unless the address has one: then its owner gets a letter, and nobody else can tell. */
export async function registerCustomer(visitor: Visitor, input: Person & { premises: Premises }) {
  const prepared = await prepare(visitor, input)
  await transaction(async (tx) => {
    const account = await insertAccount(tx, {
      ...prepared,
      premises: input.premises,
      role: "customer",
      state: "active",
    })
    await welcome(tx, visitor, input.email, account)
  })
  return ANSWER
}

/** Nobody makes themselves staff: a code from an administrator does it, or the account waits for one. */
export async function registerStaff(
  visitor: Visitor,
  { invitationCode, ...person }: Person & { invitationCode?: string },
) {
  const prepared = await prepare(visitor, person)
  await transaction(async (tx) => {
    const invitation = invitationCode === undefined ? undefined : await findInvitation(tx, invitationCode, person.email)
    const account = await insertStaff(tx, {
      ...prepared,
      ...(invitation
        ? // The code reached this address and no other.
          { role: invitation.role, state: "active", emailVerifiedAt: new Date() }
        : { role: "staff", state: "waiting" }),
    })
    if (account && invitation) await redeem(tx, visitor, invitation.id, account.id)
    await welcome(tx, visitor, person.email, account)
  })
  return ANSWER
}

/** Everything slow happens before the transaction opens, and whether the address is known or not. */
async function prepare(visitor: Visitor, { name, email, phone, password }: Person) {
  await takeTry([{ key: `register:address:${visitor.address}`, tries: 20, seconds: HOUR }])
  refusePassword(password, email)
  return { name, email, phone, passwordHash: await hashPassword(password) }
}

type Registered = typeof accounts.$inferSelect

/** One letter follows either way; the owner of a known address gets a few an hour and no more. */
async function welcome(tx: Tx, visitor: Visitor, email: string, account: Registered | undefined): Promise<void> {
  const isLeft = await tryIsLeft(tx, { key: `register:account:${nameOf(email)}`, tries: 5, seconds: HOUR })
  if (account) {
    const { id, role, state, emailVerifiedAt } = account
    const author = { actorId: id, address: visitor.address }
    await audit(tx, author, { action: "account.registered", subject: ["account", id], data: { role, state } })
    if (!emailVerifiedAt) await enqueue(tx, "send_mail", { kind: "verify_email", accountId: id })
    return
  }
  const [known] = await tx
    .select({ id: accounts.id })
    .from(accounts)
    .where(and(byEmail(email), ableToSignIn))
  await enqueue(tx, "send_mail", { kind: "already_registered", accountId: (isLeft && known?.id) || NOBODY })
}

/** The open invitation, held so that nobody else uses it meanwhile. Throws `invalid` for any other code. */
async function findInvitation(tx: Tx, code: string, email: string) {
  const good = and(
    eq(invitations.codeHash, hashCode(code)),
    sql`lower(${invitations.email}) = lower(${email})`,
    isNull(invitations.usedAt),
    isNull(invitations.revokedAt),
    gt(invitations.expiresAt, sql`now()`),
  )
  const [invitation] = await tx.select().from(invitations).where(good).for("update")
  if (invitation) return invitation
  const message = "This code is for a different email address, has been used, or has expired"
  throw new AppError("invalid", message, { fields: { invitationCode: message } })
}

async function redeem(tx: Tx, visitor: Visitor, id: string, accountId: string): Promise<void> {
  await tx.update(invitations).set({ usedAt: new Date() }).where(eq(invitations.id, id))
  const author = { actorId: accountId, address: visitor.address }
  await audit(tx, author, { action: "invitation.used", subject: ["invitation", id] })
}

type NewAccount = Omit<Person, "password"> & {
  passwordHash: string
  role: Role
  state: AccountState
  premises?: Premises
  emailVerifiedAt?: Date
}

/** The new account, or nothing when the address has one. */
async function insertAccount(tx: Tx, values: NewAccount) {
  const made = await tx.insert(accounts).values(values).onConflictDoNothing().returning()
  return made.length > 0 ? one(made) : undefined
}

/** The new account and what assignment knows about it, in as many statements when the address has an account. */
export async function insertStaff(tx: Tx, values: NewAccount) {
  const account = await insertAccount(tx, values)
  await tx.execute(sql`
    insert into ${staff} (account_id, capacity, categories)
    select ${accounts.id}, ${DEFAULT_CAPACITY}, enum_range(null::category) from ${accounts}
    where ${accounts.id} = ${account?.id ?? NOBODY}`)
  return account
}
