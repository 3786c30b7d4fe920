import { eq } from "drizzle-orm"
import { beforeEach, expect, test } from "vitest"
import { db } from "@/db/client"
import { closeDatabase } from "@/db/pools"
import { auditEntries } from "@/db/schema/records"
import { resetPassword } from "@/lib/dispatch/joining"
import type { Actor, Visitor } from "@/lib/model/actor"
import { tokenOf } from "@/lib/testing/links"
import { emailOf, emptyDatabase, makeActor, PASSWORD, someVisitor } from "@/lib/testing/people"
import { createTokens } from "./create-tokens"
import { deviceCookie } from "./device-cookie"
import { signIn } from "./sign-in"
import { delayAfter, signInLimits } from "./sign-in-limits"

let owner: Actor
beforeEach(async () => {
  await emptyDatabase()
  owner = await makeActor("customer")
})

const attacker = { address: "198.51.100.1", device: "Another" }
const codeOf = (failure: { code?: string }) => failure.code ?? "failed"
const enter = (from: Visitor, password = PASSWORD, email = emailOf(owner)) =>
  signIn(from, { email, password }).then(() => "in", codeOf)

/** Wrong tries, all at once. Gives how many were looked at. */
async function guess(from: Visitor, times: number, email?: string): Promise<number> {
  const outcomes = await Promise.all(Array.from({ length: times }, (_, i) => enter(from, `guess ${i}`, email)))
  expect(outcomes.filter((it) => it !== "unauthenticated" && it !== "too_many_requests")).toEqual([])
  return outcomes.filter((it) => it === "unauthenticated").length
}

function known(account: Actor): Visitor {
  const { name, value } = deviceCookie(someVisitor, account.id)
  return { ...someVisitor, cookies: `${name}=${value}` }
}

test("of twenty wrong tries sent at once for one account from one network, ten are looked at", async () => {
  expect(await guess(attacker, 20)).toBe(10)
  expect(await enter(attacker)).toBe("too_many_requests")
})

test("wrong tries from elsewhere never shut the owner out: they wait a moment longer after each", async () => {
  await guess(attacker, 10)
  await guess({ ...attacker, address: "198.51.100.2" }, 4)
  expect(await enter(someVisitor)).toBe("in")
  expect([10, 11, 14, 20, 22, 1000].map(delayAfter)).toEqual([0, expect.closeTo(141, 0), 400, 3200, 5000, 5000])
})

test("a hundred wrong tries of one network in all, whatever the accounts, and the next is refused", async () => {
  const outcomes = await Promise.all(Array.from({ length: 20 }, (_, i) => guess(attacker, 5, `p${i}@example.test`)))
  expect(outcomes.reduce((sum, looked) => sum + looked, 0)).toBe(100)
  expect(await enter(attacker)).toBe("too_many_requests")
  expect(await enter(someVisitor)).toBe("in")
}, 30_000)

test("one person's typing errors shut out nobody else behind their address", async () => {
  await guess(someVisitor, 12)
  const colleague = await makeActor("customer")
  expect(await enter(someVisitor, PASSWORD, emailOf(colleague))).toBe("in")
})

test("a household counts by its /64, and whoever has many of them by the /48", async () => {
  const from = (network: number, host: number) => ({ ...attacker, address: `2001:db8:1:${network}::${host}` })
  expect(await guess(from(1, 1), 6)).toBe(6)
  expect(await guess(from(1, 2), 6)).toBe(4)
  expect(await guess(from(2, 1), 6)).toBe(6)
  expect(
    signInLimits(from(2, 1), "a@example.test", undefined).map(({ key, tries }) => [key.split(":address:")[1], tries]),
  ).toEqual(
    expect.arrayContaining([
      ["2001:db8:1:2::/64", 100],
      ["2001:db8:1::/48", 300],
    ]),
  )
})

test("twenty right passwords sent at once from one address are all let in", async () => {
  const outcomes = await Promise.all(Array.from({ length: 20 }, () => enter(someVisitor)))
  expect(new Set(outcomes)).toEqual(new Set(["in"]))
  expect(await guess(someVisitor, 12)).toBe(10)
})

test("the owner signs in from a browser the account knows while somebody behind the same address has used up its tries", async () => {
  await guess(someVisitor, 12)
  expect(await enter(someVisitor)).toBe("too_many_requests")
  expect(await enter(known(owner))).toBe("in")
})

test("a known browser has ten tries itself, and they are not the account's", async () => {
  const browser = known(owner)
  expect(await guess(browser, 20)).toBe(10)
  expect(await enter(browser)).toBe("too_many_requests")
  expect(await enter(someVisitor)).toBe("in")
})

test("whoever resets the password gets in at once, by any browser, and others from that address do not", async () => {
  const browser = known(owner)
  await guess(attacker, 10)
  await guess(browser, 10)
  const token = await tokenOf(owner.id, "reset_password")
  await resetPassword(browser, { token, newPassword: "seven green umbrellas" })
  expect(await enter(browser, "seven green umbrellas")).toBe("in")
  expect(await enter(someVisitor, "seven green umbrellas")).toBe("in")
  expect(await enter(attacker, "seven green umbrellas")).toBe("too_many_requests")
})

test("whoever has tried wrong passwords themselves and resets it is let in where they tried", async () => {
  await guess(someVisitor, 12)
  expect(await enter(someVisitor)).toBe("too_many_requests")
  const token = await tokenOf(owner.id, "reset_password")
  await resetPassword(someVisitor, { token, newPassword: "seven green umbrellas" })
  expect(await enter(someVisitor, "seven green umbrellas")).toBe("in")
})

test("a browser known to one account is a stranger to every other", async () => {
  const stranger = known(await makeActor("customer"))
  await guess(someVisitor, 10)
  expect(await enter(stranger)).toBe("too_many_requests")
})

test("programs have the same limits as browsers", async () => {
  await guess(attacker, 5)
  const credentials = { email: emailOf(owner), password: "guess" }
  const codes = await Promise.all(
    Array.from({ length: 8 }, () => createTokens(attacker, credentials).then(() => "in", codeOf)),
  )
  expect(codes.filter((code) => code === "unauthenticated")).toHaveLength(5)
})

test("what was tried is remembered when everything is started again", async () => {
  expect(await guess(attacker, 7)).toBe(7)
  await closeDatabase()
  expect(await guess(attacker, 7)).toBe(3)
})

test("a refused sign-in is in the audit log with its address, and without what was typed", async () => {
  await guess(attacker, 1)
  await guess(attacker, 1, "nobody@example.test")
  const refused = await db.select().from(auditEntries).where(eq(auditEntries.action, "account.sign_in_refused"))
  expect(refused.filter(({ subjectId }) => subjectId === owner.id)).toMatchObject([
    { address: attacker.address, actorId: null, subjectType: "account", data: {} },
  ])
  expect(JSON.stringify(refused)).not.toContain("example.test")
})
