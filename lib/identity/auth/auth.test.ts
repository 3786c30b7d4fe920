import { createHash, randomBytes } from "node:crypto"
import { eq } from "drizzle-orm"
import { SignJWT } from "jose"
import { beforeEach, describe, expect, test } from "vitest"
import { db } from "@/db/client"
import { accounts } from "@/db/schema/accounts"
import { sessions } from "@/db/schema/sessions"
import { editStaff } from "@/lib/dispatch/staff/edit-staff"
import { changePassword } from "@/lib/identity/passwords/change-password"
import { findActor } from "@/lib/identity/sessions/find-actor"
import { env } from "@/lib/runtime/env"
import { emailOf, emptyDatabase, makeActor, PASSWORD, someVisitor } from "@/lib/testing/people"
import { overtake } from "@/lib/testing/race"
import { createTokens } from "./create-tokens"
import { endTokens } from "./end-tokens"
import { refreshTokens } from "./refresh-tokens"
import { openSessionCookie, sealSessionCookie } from "./session-cookie"
import { signIn } from "./sign-in"
import { issueTokens, readAccessToken, readRefreshToken } from "./tokens"

beforeEach(() => emptyDatabase())

describe("signing in", () => {
  test("a wrong password, an unknown e-mail and a disabled account get one answer", async () => {
    const [known, disabled] = [await makeActor("customer"), await makeActor("staff", { state: "disabled" })]
    const tries = [
      { email: emailOf(known), password: "not this one" },
      { email: "nobody@example.test", password: PASSWORD },
      { email: emailOf(disabled), password: PASSWORD },
    ]
    const messages = await Promise.all(
      tries.map((given) => signIn(someVisitor, given).catch((error: Error) => error.message)),
    )
    expect(new Set(messages).size).toBe(1)
  })

  test("an unknown e-mail takes as long as a wrong password", async () => {
    const known = emailOf(await makeActor("customer"))
    const times: Record<string, number[]> = { known: [], unknown: [] }
    for (let i = 0; i < 9; i++)
      for (const [kind, email] of [
        ["known", known],
        ["unknown", `n${i}@example.test`],
      ] as const) {
        const began = performance.now()
        await signIn({ ...someVisitor, address: `192.0.2.${i}` }, { email, password: "not this one" }).catch(
          () => undefined,
        )
        times[kind]?.push(performance.now() - began)
      }
    const median = (list: number[] = []) => list.toSorted((a, b) => a - b)[4] ?? 0
    // Without a hash to compare, an unknown e-mail would answer in a tenth of the time.
    expect(median(times.unknown) / median(times.known)).toBeGreaterThan(0.5)
  })

  test("after ten wrong tries at once the eleventh is refused, also with the right password", async () => {
    const email = emailOf(await makeActor("customer"))
    const wrong = Array.from({ length: 15 }, () =>
      signIn(someVisitor, { email, password: "guess" }).catch((error: { code: string }) => error.code),
    )
    const codes = await Promise.all(wrong)
    expect(codes.filter((code) => code === "unauthenticated")).toHaveLength(10)
    await expect(signIn(someVisitor, { email, password: PASSWORD })).rejects.toMatchObject({
      code: "too_many_requests",
    })
  })

  test("right passwords are not counted as tries", async () => {
    const email = emailOf(await makeActor("customer"))
    for (let i = 0; i < 12; i++) await signIn(someVisitor, { email, password: PASSWORD })
  })
})

describe("sessions", () => {
  test("a cookie or token taken before sign-out is dead after it", async () => {
    const actor = await makeActor("customer")
    const { value } = await sealSessionCookie(actor.sessionId)
    expect(await findActor((await openSessionCookie(value)) ?? "", someVisitor)).toMatchObject({ id: actor.id })
    await endTokens(actor)
    expect(await findActor((await openSessionCookie(value)) ?? "", someVisitor)).toBeUndefined()
  })

  test("a tampered cookie names nobody", async () => {
    const { value } = await sealSessionCookie((await makeActor("customer")).sessionId)
    // Another letter, whatever stood there; of the very last one only some bits count.
    const other = value.at(-9) === "x" ? "y" : "x"
    expect(await openSessionCookie(`${value.slice(0, -9)}${other}${value.slice(-8)}`)).toBeUndefined()
    expect(await openSessionCookie("nonsense")).toBeUndefined()
  })

  test("changing the password ends every other session", async () => {
    const actor = await makeActor("customer")
    await signIn(someVisitor, { email: emailOf(actor), password: PASSWORD })
    await changePassword(actor, { currentPassword: PASSWORD, newPassword: "another long one" })
    const mine = await db.select().from(sessions).where(eq(sessions.accountId, actor.id))
    expect(mine.filter(({ endedAt }) => endedAt === null).map(({ id }) => id)).toEqual([actor.sessionId])
    await expect(
      changePassword(actor, { currentPassword: PASSWORD, newPassword: "x".repeat(9) }),
    ).rejects.toMatchObject({ code: "invalid" })
  })

  test("an account that was disabled or emptied meanwhile does not get another password", async () => {
    for (const state of ["disabled", "deleted"] as const) {
      const actor = await makeActor("customer")
      await db.update(accounts).set({ state }).where(eq(accounts.id, actor.id))
      const change = changePassword(actor, { currentPassword: PASSWORD, newPassword: "another long one" })
      await expect(change).rejects.toMatchObject({ code: "conflict" })
    }
  })

  test("of two changes of one password at once, the one that saw the old password only once it was gone is refused", async () => {
    const actor = await makeActor("customer")
    const change = (newPassword: string) => () => changePassword(actor, { currentPassword: PASSWORD, newPassword })
    await signIn(someVisitor, { email: emailOf(actor), password: PASSWORD })
    const outcomes = await overtake(actor, change("another long one"), change("a third long one"))
    expect(outcomes).toMatchObject([{ status: "fulfilled" }, { reason: { code: "conflict" } }])
    await signIn(someVisitor, { email: emailOf(actor), password: "another long one" })
  })

  test("disabling somebody signs them out at once", async () => {
    const [administrator, worker] = [await makeActor("administrator"), await makeActor("staff")]
    await editStaff(administrator, { id: worker.id, state: "disabled" })
    expect(await findActor(worker.sessionId, someVisitor)).toBeUndefined()
  })
})

describe("tokens", () => {
  test("each refresh token works once; using one again elsewhere signs the family out", async () => {
    const actor = await makeActor("customer")
    const first = await createTokens(someVisitor, { email: emailOf(actor), password: PASSWORD })
    const second = await refreshTokens(someVisitor, first)
    const thief = { ...someVisitor, device: "Another" }
    await expect(refreshTokens(thief, first)).rejects.toMatchObject({ code: "unauthenticated" })
    await expect(refreshTokens(someVisitor, second)).rejects.toMatchObject({ code: "unauthenticated" })
    expect(await findActor((await readAccessToken(second.accessToken)) ?? "", someVisitor)).toBeUndefined()
  })

  test("one refresh token used five times at once by the same client, as on a bad line, serves them all", async () => {
    const { refreshToken } = await createTokens(someVisitor, {
      email: emailOf(await makeActor("customer")),
      password: PASSWORD,
    })
    const race = await Promise.allSettled(Array.from({ length: 5 }, () => refreshTokens(someVisitor, { refreshToken })))
    const served = race.flatMap((it) => (it.status === "fulfilled" ? [it.value] : []))
    expect(served).toHaveLength(5)
    const next = served.at(-1) ?? { refreshToken: "" }
    expect(await refreshTokens(someVisitor, next)).toMatchObject({ accessToken: expect.any(String) })
  })

  test("forged, foreign, expired and mistaken tokens name nobody", async () => {
    const key = createHash("sha256").update(`tokens:${env().AUTH_SECRET}`).digest()
    const names = { iss: env().APP_URL, aud: `${env().APP_URL}/api/v1`, sid: "s" }
    const sign = (claims: object, header: object = {}, secret: Uint8Array = key, expires: string = "1m") =>
      new SignJWT({ ...claims })
        .setProtectedHeader({ alg: "HS256", typ: "at+jwt", ...header })
        .setExpirationTime(expires)
        .sign(secret)
    const unsigned =
      `${btoa('{"alg":"none","typ":"at+jwt"}')}.${btoa(JSON.stringify({ ...names, exp: 9e9 }))}.`.replaceAll("=", "")
    const { refreshToken, accessToken } = await issueTokens(
      { sessionId: "s", rotation: 0 },
      new Date(Date.now() + 60_000),
    )
    expect(await readAccessToken(await sign(names))).toBe("s")
    const bad = [
      unsigned,
      refreshToken,
      "",
      "a.b.c",
      await sign(names, {}, randomBytes(32)),
      await sign({ ...names, aud: "elsewhere" }),
      await sign({ ...names, iss: "elsewhere" }),
      await sign(names, { typ: "JWT" }),
      await sign(names, { alg: "HS512" }, Buffer.concat([key, key])),
      await sign(names, {}, key, "-1s"),
    ]
    for (const token of bad) expect(await readAccessToken(token), token).toBeUndefined()
    expect(await readRefreshToken(accessToken)).toBeUndefined()
  })
})
