import { and, eq, inArray, sql } from "drizzle-orm"
import type { Tx } from "@/db/client"
import { accounts } from "@/db/schema/accounts"
import { notificationPreferences, pushDevices } from "@/db/schema/notifications"
import { CAN_SIGN_IN } from "@/lib/identity/accounts/account-sql"
import { MUST_ENROL } from "@/lib/identity/two-factor/must-enrol"
import type { Actor } from "@/lib/model/actor"
import type { NoticeChoices } from "@/lib/model/notice"

/** How somebody has asked to be told. */
export interface Wishes {
  choices: NoticeChoices
  quietFrom: string | null
  quietUntil: string | null
  digestAt: string | null
  timeZone: string | null
}

export interface Recipient extends Wishes {
  actor: Actor
  email: string
  isVerified: boolean
  /** Whether they have a browser that shows notifications. */
  hasDevice: boolean
}

const NO_WISHES: Wishes = { choices: {}, quietFrom: null, quietUntil: null, digestAt: null, timeZone: null }

/** The accounts that can be told of something, by id, each as the actor it would be if it were signed in. */
export async function readRecipients(tx: Tx, ids: readonly string[]): Promise<Map<string, Recipient>> {
  if (ids.length === 0) return new Map()
  const rows = await tx
    .select({
      id: accounts.id,
      name: accounts.name,
      role: accounts.role,
      state: accounts.state,
      mustEnrol: MUST_ENROL,
      email: accounts.email,
      verifiedAt: accounts.emailVerifiedAt,
      hasDevice: sql<boolean>`exists (select from ${pushDevices} where ${pushDevices.accountId} = ${accounts.id})`,
      wishes: {
        choices: notificationPreferences.choices,
        quietFrom: notificationPreferences.quietFrom,
        quietUntil: notificationPreferences.quietUntil,
        digestAt: notificationPreferences.digestAt,
        timeZone: notificationPreferences.timeZone,
      },
    })
    .from(accounts)
    .leftJoin(notificationPreferences, eq(notificationPreferences.accountId, accounts.id))
    .where(and(inArray(accounts.id, [...new Set(ids)]), CAN_SIGN_IN))
  return new Map(
    rows.map(({ email, verifiedAt, hasDevice, wishes, ...account }) => [
      account.id,
      {
        ...(wishes ?? NO_WISHES),
        email,
        hasDevice,
        isVerified: verifiedAt !== null,
        actor: { ...account, sessionId: "", address: "", device: "" },
      },
    ]),
  )
}
