import { eq, sql } from "drizzle-orm"
import { beforeEach, expect, test } from "vitest"
import { db } from "@/db/client"
import { statementCount } from "@/db/pools"
import { accounts, invitations } from "@/db/schema/accounts"
import { auditEntries } from "@/db/schema/records"
import { insertStaff } from "@/lib/identity/registration/insert-account"
import { registerStaff } from "@/lib/identity/registration/register-staff"
import type { Actor } from "@/lib/model/actor"
import { emptyDatabase, makeActor, PASSWORD, someVisitor } from "@/lib/testing/people"
import { inviteStaff } from "./invite-staff"
import { listInvitations } from "./list-invitations"
import { resendInvitation } from "./resend-invitation"
import { revokeInvitation } from "./revoke-invitation"

let administrator: Actor

beforeEach(async () => {
  await emptyDatabase()
  administrator = await makeActor("administrator")
})

const email = "dana@example.test"
const colleague = { name: "Dana Reed", email, phone: "0113 496 0000" }
const person = { ...colleague, password: PASSWORD }
const invite = (role: "staff" | "supervisor" = "staff") => inviteStaff(administrator, { email, role })
/** Registers, and gives the account that came of it. */
async function register(code: string) {
  await registerStaff(someVisitor, { ...person, invitationCode: code })
  const [account] = await db.select().from(accounts).where(eq(accounts.email, email))
  return account
}
const refused = { code: "invalid", fields: { invitationCode: expect.any(String) } }
const conflict = { code: "conflict" }
const succeeded = (outcomes: PromiseSettledResult<unknown>[]) => outcomes.map(({ status }) => status === "fulfilled")

async function auditOf(id: string) {
  const entries = await db.select().from(auditEntries).where(eq(auditEntries.subjectId, id)).orderBy(auditEntries.id)
  return entries.map(({ action, actorId, address, data }) => ({ action, actorId, address, data }))
}

test("a code that was sent again replaces the one before, and seven days begin anew", async () => {
  const { id, code } = await invite()
  await db.update(invitations).set({ expiresAt: new Date(0) })
  const again = await resendInvitation(administrator, { id })
  expect(again.code).not.toBe(code)
  expect(again.expiresAt.getTime()).toBeGreaterThan(Date.now() + 6 * 24 * 3_600_000)
  await expect(register(code)).rejects.toMatchObject(refused)
  expect(await register(again.code)).toMatchObject({ role: "staff", state: "active" })
})

test("a revoked code is refused", async () => {
  const { id, code } = await invite()
  await revokeInvitation(administrator, { id })
  await expect(register(code)).rejects.toMatchObject(refused)
})

test("what was used or revoked can be neither sent again nor revoked", async () => {
  const used = await invite()
  await register(used.code)
  const revoked = await inviteStaff(administrator, { email: "eve@example.test", role: "staff" })
  await revokeInvitation(administrator, { id: revoked.id })
  for (const { id } of [used, revoked])
    for (const change of [resendInvitation, revokeInvitation])
      await expect(change(administrator, { id })).rejects.toMatchObject(conflict)
})

test("nothing is sent again to somebody who has registered meanwhile without the code", async () => {
  const { id } = await invite()
  await registerStaff(someVisitor, person)
  await expect(resendInvitation(administrator, { id })).rejects.toMatchObject(conflict)
})

test("whoever is invited again has one code that works: the newest, with the role it was made for", async () => {
  const first = await invite()
  const second = await inviteStaff(administrator, { email: email.toUpperCase(), role: "supervisor" })
  await expect(register(first.code)).rejects.toMatchObject(refused)
  expect(await register(second.code)).toMatchObject({ role: "supervisor" })
})

test("of a use and a second invitation that waits for it, only the use counts", async () => {
  const { id } = await invite()
  let inviting: Promise<unknown> | undefined
  await db.transaction(async (tx) => {
    await tx.update(invitations).set({ usedAt: new Date() }).where(eq(invitations.id, id))
    await insertStaff(tx, { ...colleague, passwordHash: "-", role: "staff", state: "active" })
    inviting = invite()
    inviting.catch(() => undefined)
    await somebodyWaits()
  })
  await expect(inviting).rejects.toMatchObject(conflict)
  const { items } = await listInvitations(administrator, { limit: 100 })
  expect(items).toMatchObject([{ id, usedAt: expect.any(Date), revokedAt: null }])
})

test("of a use and a second invitation at once exactly one succeeds", async () => {
  const { code } = await invite()
  const [used, invited] = succeeded(await Promise.allSettled([register(code), invite()]))
  expect(used).toBe(!invited)
})

test("whoever is invited anew takes no more statements for five open invitations than for one", async () => {
  const sent: number[] = []
  for (const earlier of [1, 5]) {
    const values = { email, role: "staff", invitedBy: administrator.id, expiresAt: new Date("2099-01-01") } as const
    const codes = Array.from({ length: earlier }, (_, i) => ({ ...values, codeHash: `${earlier}-${i}` }))
    const rows = await db.insert(invitations).values(codes).returning()
    const before = statementCount()
    await invite()
    sent.push(statementCount() - before)
    for (const { id } of rows) expect(await auditOf(id)).toMatchObject([{ action: "invitation.revoked" }])
  }
  expect(sent[1]).toBe(sent[0])
})

test("five invitations of one address at once leave one that is open", async () => {
  await Promise.all(Array.from({ length: 5 }, () => invite()))
  const { items } = await listInvitations(administrator, { limit: 100 })
  expect(items).toHaveLength(5)
  expect(items.filter(({ revokedAt }) => revokedAt === null)).toHaveLength(1)
})

test("of a use and a revocation at once exactly one succeeds", async () => {
  const { id, code } = await invite()
  const [used, revoked] = succeeded(await Promise.allSettled([register(code), revokeInvitation(administrator, { id })]))
  expect(used).toBe(!revoked)
})

test("of a use and a revocation that waits for it, only the use counts", async () => {
  const { id } = await invite()
  let revoking: Promise<void> | undefined
  await db.transaction(async (tx) => {
    await tx.update(invitations).set({ usedAt: new Date() }).where(eq(invitations.id, id))
    revoking = revokeInvitation(administrator, { id })
    revoking.catch(() => undefined)
    await somebodyWaits()
  })
  await expect(revoking).rejects.toMatchObject(conflict)
})

test("a code that is used and sent again at once makes one account, by the old code or the new", async () => {
  const { id, code } = await invite()
  const [used, resent] = await Promise.allSettled([register(code), resendInvitation(administrator, { id })])
  expect(used?.status === "fulfilled").toBe(resent?.status === "rejected")
  if (resent?.status === "fulfilled") expect(await register(resent.value.code)).toMatchObject({ state: "active" })
})

test("five who send one invitation again at once leave one code that works", async () => {
  const { id, code } = await invite()
  const sent = await Promise.all(Array.from({ length: 5 }, () => resendInvitation(administrator, { id })))
  const uses = await Promise.allSettled([code, ...sent.map((it) => it.code)].map(register))
  expect(succeeded(uses).filter(Boolean)).toHaveLength(1)
})

test("each step of an invitation is in the audit log, without the address it went to", async () => {
  const [first, second] = [await invite(), await invite("supervisor")]
  const { code } = await resendInvitation(administrator, { id: second.id })
  const account = await register(code)
  const by = { actorId: administrator.id, address: administrator.address }
  expect(await auditOf(first.id)).toEqual([
    { ...by, action: "invitation.created", data: { role: "staff" } },
    { ...by, action: "invitation.revoked", data: {} },
  ])
  const entries = await auditOf(second.id)
  expect(entries).toEqual([
    { ...by, action: "invitation.created", data: { role: "supervisor" } },
    { ...by, action: "invitation.resent", data: {} },
    { actorId: account?.id, address: someVisitor.address, action: "invitation.used", data: {} },
  ])
  expect(JSON.stringify(entries)).not.toContain(email)
})

test("a letter with the sealed code is on its way for each code, and no code lies in the clear", async () => {
  const before = await letters()
  const { id, code } = await invite()
  const again = await resendInvitation(administrator, { id })
  const sent = (await letters()).slice(before.length)
  expect(sent).toMatchObject([
    { kind: "invitation", invitationId: id },
    { kind: "invitation", invitationId: id },
  ])
  for (const secret of [code, again.code]) expect(JSON.stringify(sent)).not.toContain(secret)
})

async function letters() {
  const jobs = await db.execute<{ payload: object }>(
    sql`select payload from graphile_worker._private_jobs as jobs order by jobs.id`,
  )
  return jobs.map(({ payload }) => payload)
}

/** True waiting, not a pause: somebody's statement is blocked by a lock of ours. */
async function somebodyWaits(): Promise<void> {
  const waiting = sql`select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`
  while ((await db.execute(waiting)).length === 0);
}
